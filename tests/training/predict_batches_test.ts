import assert from "node:assert/strict";
import { batches, type Dataset, predict, predictBatches, timedBatches } from "../../lib/training/mod.ts";
import { smallData, smallModel, tf } from "./_engine.ts";

const data = batches(smallData(), { batchSize: 4, shuffle: false });

Deno.test("predictBatches: what predict says of the same samples, and nothing is left behind", async () => {
  const model = smallModel(), before = tf.memory().numTensors;
  const all = await predictBatches(model, data), twin = await predict(model, smallData().x);
  assert.deepEqual(all.shape, [10, 2]);
  assert.deepEqual(all.dataSync(), twin.dataSync());
  tf.dispose([all, twin]);
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("predictBatches: a batch that the model can't read leaves nothing behind", async () => {
  const model = smallModel(), before = tf.memory().numTensors;
  const values = new Float32Array(14), y = { values: new Float32Array(2), shape: [2] };
  const wide: Dataset = { batchesPerEpoch: 1, batches: () => [{ x: { values, shape: [2, 7] }, y }] };
  await assert.rejects(predictBatches(model, wide), Error);
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("predictBatches: a dataset without batches is an error", async () => {
  const none: Dataset = { batchesPerEpoch: 1, batches: () => [] };
  await assert.rejects(predictBatches(smallModel(), none), { name: "RangeError", message: /yields none/ });
});

Deno.test("timedBatches: the same batches, the time of making them and that of using them apart", async () => {
  const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
  const slow: Dataset = {
    batchesPerEpoch: 3,
    async *batches(epoch) {
      for await (const batch of data.batches(epoch)) {
        await wait(5);
        yield batch;
      }
    },
  };
  const timed = timedBatches(slow), seen: number[] = [];
  assert.ok(Number.isNaN(timed.share));
  for await (const { x } of timed.batches(0)) {
    seen.push((x as { shape: number[] }).shape[0]!);
    await wait(60);
  }
  assert.deepEqual([seen, timed.making.length, timed.using.length, timed.batchesPerEpoch], [
    [4, 4, 2],
    3,
    3,
    3,
  ]);
  assert.ok(timed.making.every((one) => one > 0.004) && timed.using.every((one) => one > 0.055));
  assert.ok(timed.share > 0 && timed.share < 1, `${timed.share}`);
});
