import assert from "node:assert/strict";
import { sumRows, tf, useEngine } from "../../lib/engine/mod.ts";

await useEngine();

for (const columns of [1, 3, 64, 65]) {
  Deno.test(`rows of ${columns} are summed by number as tfjs sums them, with the same gradient`, () => {
    const values = tf.randomNormal([50, columns], 0, 1, "float32", 3);
    const numbers = tf.tensor1d(Int32Array.from({ length: 50 }, (_, i) => (i * i) % 7), "int32");
    const weights = tf.randomNormal([8, columns], 0, 1, "float32", 4);
    const run = (sum: (values: tf.Tensor) => tf.Tensor) =>
      tf.valueAndGrad((values) => tf.sum(tf.mul(sum(values), weights)))(values);
    const ours = sumRows(values, { numbers, rows: 8 }), stock = tf.unsortedSegmentSum(values, numbers, 8);
    assert.ok(tf.max(tf.abs(tf.sub(ours, stock))).dataSync()[0]! < 1e-6);
    const { grad } = run((values) => sumRows(values, { numbers, rows: 8 }));
    const { grad: expected } = run((values) => tf.unsortedSegmentSum(values, numbers, 8));
    assert.deepEqual(grad.dataSync(), expected.dataSync());
  });
}

Deno.test("rows whose number is outside the result are left out, and rows without any are zero", () => {
  const numbers = tf.tensor1d([-1, 1, 3], "int32");
  const sums = sumRows(tf.tensor2d([[1, 2], [3, 4], [5, 6]]), { numbers, rows: 3 });
  assert.deepEqual(sums.arraySync(), [[0, 0], [3, 4], [0, 0]]);
});
