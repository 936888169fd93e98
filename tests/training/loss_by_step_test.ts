import assert from "node:assert/strict";
import { lstm } from "../../lib/layers/mod.ts";
import {
  batches,
  type Dataset,
  evaluate,
  lossByStep,
  meanSquaredError,
  sparseCategoricalCrossentropy,
} from "../../lib/training/mod.ts";
import { tf } from "./_engine.ts";

const loss = sparseCategoricalCrossentropy({ fromLogits: true });
const x = { values: Float32Array.from({ length: 30 }, (_, i) => Math.sin(i)), shape: [5, 3, 2] };
const y = { values: Int32Array.from({ length: 15 }, (_, i) => i % 4), shape: [5, 3] };
const inBatches = (batchSize: number) => batches({ x, y }, { batchSize, shuffle: false });

function reader(stateful = false): tf.LayersModel {
  const options = {
    units: 3,
    returnSequences: true,
    kernelInitializer: "ones",
    recurrentInitializer: "ones",
  };
  const layer = lstm({ ...options, stateful, batchInputShape: [stateful ? 5 : null, 3, 2] });
  const last = tf.layers.dense({ units: 4, kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }) });
  return tf.sequential({ layers: [layer, last] });
}

Deno.test("the loss of each step is what a slow look at each number gives", async () => {
  const model = reader(), measured = await lossByStep(model, inBatches(2), { loss });
  const logits = (model.predict(tf.tensor(x.values, x.shape)) as tf.Tensor3D).arraySync();
  const expected = [0, 1, 2].map((t) =>
    logits.reduce((sum, row, n) => {
      const total = row[t]!.reduce((all, logit) => all + Math.exp(logit), 0);
      return sum + Math.log(total) - row[t]![y.values[3 * n + t]!]!;
    }, 0) / 5
  );
  measured.forEach((one, t) => assert.ok(Math.abs(one - expected[t]!) < 1e-5));
  const whole = (await evaluate(model, inBatches(2), { loss })).loss;
  assert.ok(Math.abs(measured.reduce((sum, one) => sum + one) / 3 - whole) < 1e-5);
});

Deno.test("a stateful model's state moves on, and nothing else is left behind", async () => {
  const model = reader(true), first = await lossByStep(model, inBatches(5), { loss });
  const before = tf.memory().numTensors, second = await lossByStep(model, inBatches(5), { loss });
  assert.equal(tf.memory().numTensors, before);
  assert.notEqual(second[0], first[0]);
  model.resetStates();
  assert.deepEqual(await lossByStep(model, inBatches(5), { loss }), first);
});

Deno.test("bad input to lossByStep", async () => {
  const dense = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
  const flat = batches({ x: tf.ones([4, 2]), y: tf.ones([4, 1]) }, { batchSize: 2 });
  await assert.rejects(lossByStep(dense, flat, { loss: meanSquaredError() }), /as \[B, T\] with one T/);
  const none: Dataset = { batchesPerEpoch: 0, batches: () => [] };
  await assert.rejects(lossByStep(dense, none, { loss }), RangeError);
  const mixed: Dataset = {
    batchesPerEpoch: 2,
    batches: () => [3, 2].map((t) => ({ x: tf.zeros([1, t, 2]), y: tf.zeros([1, t], "int32") })),
  };
  const open = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [null, 2] })] });
  await assert.rejects(lossByStep(open, mixed, { loss }), TypeError);
});
