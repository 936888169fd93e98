import assert from "node:assert/strict";
import { batches, type BatchesOptions, type Dataset, toTensor, type Values } from "../../lib/training/mod.ts";
import { tf } from "./_engine.ts";

const x = { values: Float32Array.from({ length: 14 }, (_, i) => i), shape: [7, 2] };
const y = { values: Int32Array.from({ length: 7 }, (_, i) => i * 10), shape: [7] };

/** The labels of each batch of an epoch, and whether inputs stayed with them. */
function labelsOf(data: Dataset, epoch: number): number[][] {
  return [...data.batches(epoch) as Iterable<{ x: Values; y: Values }>].map(({ x, y }) => {
    assert.deepEqual(x.shape, [y.shape[0], 2]);
    y.values.forEach((label, i) =>
      assert.deepEqual([...x.values.subarray(2 * i, 2 * i + 2)], [label / 5, label / 5 + 1])
    );
    return [...y.values];
  });
}

const of = (options: BatchesOptions) => batches({ x, y }, options);

Deno.test("batches in order, the last one smaller or left out", () => {
  assert.deepEqual(labelsOf(of({ batchSize: 3, shuffle: false }), 0), [[0, 10, 20], [30, 40, 50], [60]]);
  assert.deepEqual(labelsOf(of({ batchSize: 3, shuffle: false, dropRemainder: true }), 0), [[0, 10, 20], [
    30,
    40,
    50,
  ]]);
  assert.equal(of({ batchSize: 3 }).batchesPerEpoch, 3);
  assert.equal(of({ batchSize: 3, dropRemainder: true }).batchesPerEpoch, 2);
});

Deno.test("each epoch has its own order; the same seed has the same orders", () => {
  const data = of({ batchSize: 7, seed: 4 });
  const orders = [0, 1, 2].map((epoch) => labelsOf(data, epoch));
  assert.deepEqual(orders, [0, 1, 2].map((epoch) => labelsOf(of({ batchSize: 7, seed: 4 }), epoch)));
  assert.equal(new Set(orders.map(String)).size, 3);
  assert.notDeepEqual(orders[0], labelsOf(of({ batchSize: 7, seed: 5 }), 0));
  for (const [order] of orders) assert.deepEqual([...order!].sort((a, b) => a - b), [...y.values]);
});

Deno.test("tensors give the same batches as values, and leave nothing behind, even when left early", () => {
  const tensors = {
    x: toTensor(x).tensor,
    y: toTensor(y).tensor,
    sampleWeight: tf.ones([7]),
    mask: tf.ones([7]),
  };
  const data = batches(tensors, { batchSize: 3, seed: 4 }), before = tf.memory().numTensors;
  const labels =
    [...data.batches(1) as Iterable<{ y: tf.Tensor; mask: tf.Tensor; sampleWeight: tf.Tensor }>].length;
  const read: number[][] = [];
  for (const batch of data.batches(1) as Iterable<{ y: tf.Tensor; mask: tf.Tensor }>) {
    read.push([...batch.y.dataSync()]);
    assert.deepEqual(batch.mask.shape, batch.y.shape);
  }
  assert.deepEqual(read, labelsOf(of({ batchSize: 3, seed: 4 }), 1));
  for (const _ of data.batches(1) as Iterable<unknown>) break;
  assert.equal(labels, 3);
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("bad input to batches", () => {
  for (const batchSize of [0, -1, 1.5, NaN]) assert.throws(() => of({ batchSize }), RangeError);
  assert.throws(() => of({ batchSize: 8, dropRemainder: true }), RangeError);
  assert.throws(
    () => batches({ x, y: { values: new Int32Array(6), shape: [6] } }),
    /same number of rows: 7, 6/,
  );
  assert.throws(
    () => batches({ x, y: { values: new Int32Array(6), shape: [7] } }),
    /6 values as shape \[7\]/,
  );
  const none = { values: new Float32Array(0), shape: [0, 2] };
  assert.throws(() => batches({ x: none, y: { values: new Int32Array(0), shape: [0] } }), RangeError);
  assert.throws(() => toTensor({ values: new Float32Array(3), shape: [2, 2] }), TypeError);
});
