import assert from "node:assert/strict";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { sparseCategoricalCrossentropy } from "../../lib/training/mod.ts";

await useEngine();

const labels = tf.tensor1d([1, 0, 2, 2, 0], "int32");
const probabilities = tf.tensor2d([
  [0.2, 0.5, 0.3],
  [0.9, 0.05, 0.05],
  [1, 0, 0], // the label's is clipped, and so are the others
  [0, 0, 1],
  [1e-9, 0.5, 0.7], // doesn't add up to 1
]);

/** The slow obvious twin: the softmax cross-entropy of the clipped logarithms, one-hot labels, gradients by tfjs. */
function twin(p: tf.Tensor): tf.Tensor {
  const logits = tf.log(tf.clipByValue(p, 1e-7, 1 - 1e-7));
  return tf.neg(tf.sum(tf.mul(tf.oneHot(labels, 3).toFloat(), tf.logSoftmax(logits)), -1));
}

const near = (received: tf.Tensor, expected: tf.Tensor, tolerance: number) =>
  tf.tidy(() => {
    const wanted = expected.dataSync();
    received.dataSync().forEach((value, i) =>
      assert.ok(Math.abs(value - wanted[i]!) <= tolerance * Math.max(1, Math.abs(wanted[i]!)), `${received}`)
    );
  });

Deno.test("cross-entropy from probabilities: the values of its slow twin, clipped ones too", () =>
  tf.tidy(() => near(sparseCategoricalCrossentropy()(labels, probabilities), twin(probabilities), 1e-5)));

Deno.test("cross-entropy from probabilities: the gradients of its slow twin, nothing for what is clipped", () =>
  tf.tidy(() => {
    const weights = tf.tensor1d([1, 2, 3, 0.5, 1]);
    const slope = (of: (p: tf.Tensor) => tf.Tensor) =>
      tf.grad((p) => tf.sum(tf.mul(weights, of(p))))(probabilities);
    near(slope((p) => sparseCategoricalCrossentropy()(labels, p)), slope(twin), 1e-4);
    assert.deepEqual([...slope((p) => sparseCategoricalCrossentropy()(labels, p)).dataSync()].slice(6, 9), [
      0,
      0,
      0,
    ]);
  }));

Deno.test("cross-entropy from probabilities: sequences, and labels with a last axis of 1", () =>
  tf.tidy(() => {
    const p = tf.softmax(tf.tensor([0, 1, 2, 2, 1, 0, 0, 0, 1, 1, 0, 0], [2, 2, 3]));
    const y = tf.tensor2d([[2, 0], [1, 0]], [2, 2], "int32");
    const loss = sparseCategoricalCrossentropy()(y, p);
    assert.deepEqual(loss.shape, [2, 2]);
    near(sparseCategoricalCrossentropy()(tf.expandDims(y, -1), p), loss, 0);
    const expected = p.arraySync() as number[][][];
    near(
      loss,
      tf.tensor([[2, 0], [1, 0]].map((row, b) => row.map((c, t) => -Math.log(expected[b]![t]![c]!)))),
      1e-5,
    );
  }));
