import assert from "node:assert/strict";
import { CorruptError, MissingError } from "../../lib/core/mod.ts";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { normalization } from "../../lib/layers/mod.ts";
import {
  characterGRU,
  languageCNN,
  languageRNN,
  loadModel,
  oneToken,
  saveModel,
  summary,
} from "../../lib/models/mod.ts";

await useEngine(Deno.env.get("CPU") ? { backend: "cpu" } : {});

const small = () => characterGRU({ vocabularySize: 7, embedding: 3, units: 5, seed: 1 });

Deno.test("the studies' parameter counts", () => {
  const { rows, parameters, trainable } = summary(languageRNN());
  assert.deepEqual(rows.map((row) => row.parameters), [24832, 0, 0, 24704, 0, 0, 49408, 0, 2080, 132]);
  assert.deepEqual(rows.map((row) => row.shape.slice(1)).slice(0, 5), [[498, 64], [166, 64], [166, 64], [
    164,
    128,
  ], [54, 128]]);
  assert.deepEqual([parameters, trainable], [101156, 101156]);
  const cnn = summary(languageCNN());
  assert.deepEqual(cnn.rows.map((row) => row.parameters), [0, 3, 640, 0, 0, 73856, 0, 0, 0, 692256, 132]);
  assert.deepEqual(cnn.rows[6]!.shape, [null, 13, 13, 128]);
  assert.deepEqual([cnn.parameters, cnn.trainable], [766887, 766884]);
  const expected = (v: number, e: number, h: number) => v * e + 3 * (e * h + h * h + 2 * h) + h * v + v;
  assert.equal(expected(66, 256, 1024), 4022850);
  assert.equal(summary(small()).parameters, expected(7, 3, 5));
});

Deno.test("the convolutional model takes a normalisation that was adapted before", () => {
  const spectrograms = tf.randomUniform([6, 40, 30, 1], 5, 9, "float32", 1), normalize = normalization();
  normalize.adapt(spectrograms);
  const model = languageCNN({ frames: 40, bins: 30, size: 32, normalize });
  const middle = tf.model({ inputs: model.inputs, outputs: model.layers[1]!.output as tf.SymbolicTensor });
  const { mean, variance } = tf.moments(middle.predict(spectrograms) as tf.Tensor);
  assert.ok(Math.abs(mean.dataSync()[0]!) < 0.05 && Math.abs(variance.dataSync()[0]! - 1) < 0.6);
});

Deno.test("the same seed gives the same weights, another one others", () => {
  const numbers = (seed: number) => {
    const model = characterGRU({ vocabularySize: 7, embedding: 3, units: 5, seed });
    return model.getWeights().flatMap((weight) => [...weight.dataSync()]);
  };
  assert.deepEqual(numbers(1), numbers(1));
  assert.notDeepEqual(numbers(1), numbers(2));
});

Deno.test("one token at a time says what the whole sequence says, and sees new weights", () => {
  const model = small(), stepper = oneToken(model), ids = [[1, 6, 0, 3], [2, 2, 5, 4]];
  for (let round = 0; round < 2; round++) {
    const whole = (model.predict(tf.tensor2d(ids, [2, 4], "int32")) as tf.Tensor3D).arraySync(); // [2, 4, 7]
    let state = stepper.start(2);
    for (let t = 0; t < 4; t++) {
      const next = stepper.step(Int32Array.from(ids.map((row) => row[t]!)), state);
      state = next.state;
      next.logits.arraySync().forEach((row, b) =>
        row.forEach((logit, v) => assert.ok(Math.abs(logit - whole[b]![t]![v]!) < 1e-5))
      );
    }
    model.setWeights(model.getWeights().map((weight) => weight.mul(-1.5)));
  }
});

Deno.test("one token at a time leaves no tensors behind", () => {
  const stepper = oneToken(small()), before = tf.memory().numTensors;
  const state = stepper.start(1), next = stepper.step(new Int32Array([2]), state);
  tf.dispose([state, next.state, next.logits]);
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("a model comes back from its folder with its metadata, and a newer one replaces it", async () => {
  const folder = await Deno.makeTempDir(), model = small(), ids = tf.tensor2d([[1, 2, 3]], [1, 3], "int32");
  await saveModel(small(), folder);
  model.setWeights(model.getWeights().map((weight) => weight.mul(2)));
  await saveModel(model, folder, { metadata: { vocabulary: ["a", "ñ"] } });
  const loaded = await loadModel(folder);
  assert.deepEqual(loaded.metadata, { vocabulary: ["a", "ñ"] });
  assert.deepEqual(
    (loaded.model.predict(ids) as tf.Tensor).arraySync(),
    (model.predict(ids) as tf.Tensor).arraySync(),
  );
  assert.equal((await Array.fromAsync(Deno.readDir(folder))).length, 2);
});

Deno.test("a stock model opens in stock tfjs", async () => {
  const folder = await Deno.makeTempDir();
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
  await saveModel(model, folder);
  const json = JSON.parse(await Deno.readTextFile(`${folder}/model.json`));
  const [{ paths, weights }] = json.weightsManifest;
  const weightData = (await Deno.readFile(`${folder}/${paths[0]}`)).buffer;
  const handler = tf.io.fromMemory({ modelTopology: json.modelTopology, weightSpecs: weights, weightData });
  const stock = await tf.loadLayersModel(handler);
  assert.deepEqual(stock.getWeights()[0]!.arraySync(), model.getWeights()[0]!.arraySync());
});

Deno.test("saving and loading say what is wrong", async () => {
  const folder = await Deno.makeTempDir(), circle: Record<string, unknown> = {};
  circle.circle = circle;
  await assert.rejects(saveModel(small(), folder, { metadata: circle }), TypeError);
  await assert.rejects(loadModel(folder), MissingError);
  await saveModel(small(), folder);
  const weights =
    (await Array.fromAsync(Deno.readDir(folder))).find(({ name }) => name.endsWith(".bin"))!.name;
  await Deno.truncate(`${folder}/${weights}`, 40);
  await assert.rejects(
    loadModel(folder),
    (e: Error) => e instanceof CorruptError && e.message.includes(weights),
  );
  await Deno.remove(`${folder}/${weights}`);
  await assert.rejects(
    loadModel(folder),
    (e: Error) => e instanceof CorruptError && e.message.includes(weights),
  );
  await Deno.writeTextFile(`${folder}/model.json`, "{");
  await assert.rejects(loadModel(folder), CorruptError);
});

Deno.test("bad input to models", () => {
  assert.throws(() => characterGRU({ vocabularySize: 0 }), RangeError);
  assert.throws(() => languageRNN({ bins: 0 }), { name: "RangeError", message: /as bins >= 1/ });
  assert.throws(() => languageCNN({ size: 1.5 }), { name: "RangeError", message: /as size >= 1/ });
  assert.throws(() => oneToken(languageRNN()), /works step by step/);
  const input = tf.input({ shape: [3] }),
    output = tf.layers.dense({ units: 1 }).apply(input) as tf.SymbolicTensor;
  assert.throws(() => oneToken(tf.model({ inputs: input, outputs: output })), /row of layers/);
  assert.throws(() => oneToken(small()).step(new Int32Array([0]), []), TypeError);
  assert.throws(() => summary(tf.sequential()), TypeError);
});
