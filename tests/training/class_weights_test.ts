import assert from "node:assert/strict";
import { type Batch, batches, classWeights, type Values } from "../../lib/training/mod.ts";
import { smallData, tf } from "./_engine.ts";

const { x, y } = smallData();

async function weightsOf(labels: Batch["y"]): Promise<number[]> {
  const data = classWeights(batches({ x, y: labels }, { batchSize: 10, shuffle: false }), { 1: 3 });
  const [batch] = await Array.fromAsync(data.batches(0));
  assert.deepEqual((batch!.sampleWeight as Values).shape, [10]);
  return [...(batch!.sampleWeight as Values).values];
}

Deno.test("samples weigh by class number, yes or no, one-hot, value or tensor", async () => {
  const expected = [...y.values].map((label) => label === 1 ? 3 : 1),
    numbers = tf.tensor1d(y.values, "int32");
  assert.deepEqual(await weightsOf(y), expected);
  assert.deepEqual(await weightsOf({ values: Float32Array.from(y.values), shape: [10, 1] }), expected);
  assert.deepEqual(await weightsOf(numbers), expected);
  assert.deepEqual(await weightsOf(tf.oneHot(numbers, 2).toFloat()), expected);
});

Deno.test("bad input to class weights", async () => {
  const data = batches({ x, y }), weighed = batches({ x, y, sampleWeight: tf.ones([10]) });
  for (const weight of [-1, NaN, Infinity]) {
    assert.throws(() => classWeights(data, { 0: weight }), RangeError);
  }
  await assert.rejects(Array.fromAsync(classWeights(weighed, {}).batches(0)), /have a sampleWeight/);
  await assert.rejects(weightsOf(tf.zeros([10, 2, 2])), TypeError);
});
