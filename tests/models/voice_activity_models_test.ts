import assert from "node:assert/strict";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { normalization } from "../../lib/layers/mod.ts";
import {
  loadModel,
  saveModel,
  summary,
  voiceActivityCDNN,
  voiceActivityLSTM,
  voiceActivityRawCDNN,
} from "../../lib/models/mod.ts";
import {
  adam,
  binaryCrossentropy,
  fit,
  predict,
  sparseCategoricalCrossentropy,
} from "../../lib/training/mod.ts";

await useEngine();

/** An LSTM layer's parameters with Keras's one bias. */
const lstmSize = (features: number, units: number) => 4 * (features * units + units * units + units);

const parameters = (model: tf.LayersModel) => summary(model).rows.map((row) => row.parameters);
const small = {
  lstm: () => voiceActivityLSTM({ features: 3, units: [4], seed: 1 }),
  both: () => voiceActivityLSTM({ features: 3, units: [4], bidirectional: true, seed: 1 }),
  softmax: () => voiceActivityLSTM({ features: 3, units: [4, 2], outputs: 2, seed: 1 }),
  cdnn: () => voiceActivityCDNN({ features: 9, filters: 2, kernelSize: 3, units: [3], seed: 1 }),
  raw: () =>
    voiceActivityRawCDNN({
      filters: 12,
      kernelSize: 11,
      windowLength: 20,
      hopLength: 5,
      frequencyFilters: 2,
      seed: 1,
    }),
};

Deno.test("voiceActivityLSTM: Model_1, Model_1B and Model_2 by hand", () => {
  const [one, both, two] = [{}, { bidirectional: true }, { units: [256, 256] }].map((options) =>
    voiceActivityLSTM(options)
  );
  assert.deepEqual(parameters(one!), [lstmSize(20, 256), 257]);
  assert.equal(one!.countParams(), 283_905);
  assert.deepEqual(parameters(both!), [2 * lstmSize(20, 256), 513]);
  assert.equal(both!.countParams(), 567_809);
  assert.deepEqual(parameters(two!), [lstmSize(20, 256), lstmSize(256, 256), 257]);
  assert.equal(two!.countParams(), 809_217);
  assert.deepEqual(one!.outputShape, [null, null, 1]);
  const torch = [1, 2, 2].map((layers, i) => [one, both, two][i]!.countParams() + layers * 4 * 256);
  assert.deepEqual(torch, [284_929, 569_857, 811_265]); // torch.nn.LSTM's second biases
});

Deno.test("voiceActivityCDNN and voiceActivityRawCDNN: layers and parameters by hand", () => {
  const cdnn = voiceActivityCDNN(), raw = voiceActivityRawCDNN(), seen = (40 - 8 + 1) / 3;
  assert.deepEqual(parameters(cdnn), [0, 8 * 32 + 32, 0, 0, 0, lstmSize(32 * seen, 32), 2 * 32 + 2]);
  assert.equal(cdnn.countParams(), 49_634);
  assert.deepEqual(parameters(raw), [
    ...[401 * 40 + 40, 0, 0, 8 * 16 + 16, 0, 0, 0],
    ...[lstmSize(16 * seen, 16), lstmSize(16, 16), 2 * 16 + 2],
  ]);
  assert.equal(raw.countParams(), 30_722);
  for (const model of [cdnn, raw]) assert.deepEqual(model.outputShape, [null, null, 2]);
});

Deno.test("the detectors answer at every frame, for any number of frames", () => {
  for (const [name, make] of Object.entries(small)) {
    const model = make(), features = model.inputs[0]!.shape[2]!, outputs = model.outputs[0]!.shape[2]!;
    for (const frames of [1, 7]) {
      const steps = name === "raw" ? (frames - 1) * 5 + 20 : frames;
      const answers = model.predict(tf.randomNormal([2, steps, features], 0, 1, "float32", 3)) as tf.Tensor;
      assert.deepEqual(answers.shape, [2, frames, outputs], name);
      const values = answers.dataSync();
      assert.ok(values.every((value) => value > 0 && value < 1), name);
      if (outputs === 2) {
        values.forEach((p, i) => i % 2 || assert.ok(Math.abs(p + values[i + 1]! - 1) < 1e-5));
      }
    }
  }
});

Deno.test("the detectors learn: gradients reach every weight", async () => {
  for (const [name, make] of Object.entries(small)) {
    const model = make(), features = model.inputs[0]!.shape[2]!, one = model.outputs[0]!.shape[2] === 1;
    const x = tf.randomNormal([4, name === "raw" ? 45 : 6, features], 0, 1, "float32", 3);
    const y = tf.tensor(
      Array.from({ length: 24 }, (_, i) => i % 3 ? 1 : 0),
      one ? [4, 6, 1] : [4, 6],
      "int32",
    );
    const before = model.getWeights().map((weight) => [...weight.dataSync()]);
    const { metrics } = await fit(model, { batchesPerEpoch: 4, batches: () => Array(4).fill({ x, y }) }, {
      epochs: 2,
      optimizer: adam({ learningRate: 0.02 }),
      loss: one ? binaryCrossentropy() : sparseCategoricalCrossentropy(),
    });
    assert.ok(metrics.loss![1]! < metrics.loss![0]!, name);
    model.getWeights().forEach((weight, i) =>
      assert.notDeepEqual([...weight.dataSync()], before[i], `${name} ${model.weights[i]!.name}`)
    );
  }
});

Deno.test("the detectors come back from their folders", async () => {
  const normalize = normalization();
  normalize.adapt(tf.tensor3d([1, 2, 3, 5, 7, 9], [1, 2, 3]));
  const normal = voiceActivityLSTM({ features: 3, units: [4], normalize });
  for (const model of [normal, ...Object.values(small).map((make) => make())]) {
    const folder = await Deno.makeTempDir(), features = model.inputs[0]!.shape[2]!;
    await saveModel(model, folder);
    const { model: loaded } = await loadModel(folder), x = tf.randomNormal([1, 40, features]);
    assert.deepEqual(
      (loaded.predict(x) as tf.Tensor).arraySync(),
      (model.predict(x) as tf.Tensor).arraySync(),
    );
  }
});

Deno.test("the same seed gives the same detector, another one another", () => {
  const x = tf.randomNormal([1, 3, 20], 0, 1, "float32", 1);
  const answer = (seed: number) =>
    (voiceActivityLSTM({ units: [5], seed }).predict(x) as tf.Tensor).dataSync()[2];
  assert.equal(answer(1), answer(1));
  assert.notEqual(answer(1), answer(2));
});

Deno.test("a detector's features that do not fit, and sizes that are none", async () => {
  const x = { values: new Float32Array(2 * 5 * 19), shape: [2, 5, 19] };
  const y = { values: new Float32Array(10), shape: [2, 5, 1] };
  await assert.rejects(predict(voiceActivityLSTM({ units: [2] }), x), /20.*19|19.*20/s);
  await assert.rejects(
    fit(voiceActivityLSTM({ units: [2] }), { batchesPerEpoch: 1, batches: () => [{ x, y }] }, {
      epochs: 1,
      optimizer: adam(),
      loss: binaryCrossentropy(),
    }),
    /20.*19|19.*20/s,
  );
  assert.throws(() => voiceActivityLSTM({ units: [] }), /LSTM layers >= 1/);
  assert.throws(() => voiceActivityLSTM({ units: [2, 0] }), /units of LSTM layer 2 >= 1/);
  assert.throws(() => voiceActivityLSTM({ features: 2.5 }), RangeError);
  assert.throws(() => voiceActivityLSTM({ outputs: 3 as 2 }), /one of 1 or 2 outputs: 3/);
  assert.throws(() => voiceActivityCDNN({ features: 9 }), /at least 10 features: there are 9/);
  assert.throws(() => voiceActivityCDNN({ units: [] }), RangeError);
  assert.throws(() => voiceActivityRawCDNN({ windowLength: 400 }), /at least 401 samples long/);
  assert.throws(() => voiceActivityRawCDNN({ hopLength: 0 }), RangeError);
  assert.throws(() => small.raw().predict(tf.zeros([1, 19, 1])), /20 samples or more: its input has 19/);
});

Deno.test("the detectors leave no tensors behind", () => {
  const model = small.raw(), x = tf.zeros([1, 40, 1]);
  (model.predict(x) as tf.Tensor).dispose();
  const before = tf.memory().numTensors;
  (model.predict(x) as tf.Tensor).dispose();
  assert.equal(tf.memory().numTensors, before);
});
