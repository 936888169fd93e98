import assert from "node:assert/strict";
import { tf, useEngine } from "unroll/engine/mod.ts";

await useEngine({ backend: "tensorflow" });

/** Asserts that running again adds no tensor but its result's, native ones included; the first run writes the inputs. */
function assertNoLeak(run: () => tf.Tensor | tf.Tensor[]): void {
  tf.dispose(run());
  const before = tf.memory() as tf.MemoryInfo & { numNativeTensors: number };
  tf.dispose(run());
  const after = tf.memory() as tf.MemoryInfo & { numNativeTensors: number };
  assert.deepEqual([after.numTensors, after.numNativeTensors], [before.numTensors, before.numNativeTensors]);
}

function assertClose(actual: tf.Tensor, expected: ArrayLike<number>, tolerance = 1e-3): void {
  const values = actual.dataSync();
  assert.equal(values.length, expected.length);
  for (let i = 0; i < values.length; i++) {
    assert.ok(Math.abs(values[i]! - expected[i]!) < tolerance, `${i}: ${values}`);
  }
}

Deno.test("the gradient of a padded average pool is that of its forward pass", () => {
  const x = tf.tensor4d([0, 1, 2, 3, 4, 5, 6, 7, 8], [1, 3, 3, 1]);
  const weights = tf.randomUniform([1, 3, 3, 1], -1, 1, "float32", 7) as tf.Tensor4D;
  const f = (x: tf.Tensor): tf.Scalar => tf.sum(tf.mul(tf.avgPool(x as tf.Tensor4D, 3, 1, 1), weights));
  const slope = (i: number): number => {
    const step = tf.reshape(tf.oneHot(i, 9), [1, 3, 3, 1]);
    return (f(tf.add(x, step)).dataSync()[0]! - f(tf.sub(x, step)).dataSync()[0]!) / 2; // linear: exact
  };
  assertClose(tf.grad(f)(x), Array.from({ length: 9 }, (_, i) => slope(i)));
});

Deno.test("channels first gives what channels last gives, backwards as well", () => {
  const x = tf.randomNormal([2, 3, 5, 4], 0, 1, "float32", 1) as tf.Tensor4D; // [B, C, H, W]
  const filter = tf.randomNormal([2, 2, 3, 6], 0, 1, "float32", 2) as tf.Tensor4D;
  const last = (x: tf.Tensor): tf.Tensor => tf.transpose(x, [0, 2, 3, 1]);
  const first = (x: tf.Tensor): tf.Tensor => tf.transpose(x, [0, 3, 1, 2]);
  const direct = (x: tf.Tensor, w: tf.Tensor): tf.Tensor =>
    tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, 1, "same", "NCHW");
  const turned = (x: tf.Tensor, w: tf.Tensor): tf.Tensor =>
    first(tf.conv2d(last(x) as tf.Tensor4D, w as tf.Tensor4D, 1, "same"));
  assertClose(direct(x, filter), turned(x, filter).dataSync());
  const [dx, dw] = tf.grads((x, w) => tf.sum(tf.square(direct(x!, w!))))([x, filter]);
  const [expectedX, expectedW] = tf.grads((x, w) => tf.sum(tf.square(turned(x!, w!))))([x, filter]);
  assertClose(dx!, expectedX!.dataSync(), 1e-2);
  assertClose(dw!, expectedW!.dataSync(), 1e-2);
});

Deno.test("the same seed draws the same samples, another seed others", () => {
  const logits = tf.zeros([1, 50]) as tf.Tensor2D;
  const draw = (seed: number): string => tf.multinomial(logits, 20, seed).dataSync().join();
  assert.equal(draw(3), draw(3));
  assert.equal(draw(0.25), draw(0.25));
  assert.notEqual(draw(3), draw(4));
  assert.notEqual(draw(0.25), draw(0.5));
});

Deno.test("words are split, hashed and joined natively, and nothing leaks", () => {
  const text = tf.tensor1d(["to be or", "not"], "string"), space = tf.scalar(" ", "string");
  const { values, shape } = tf.string.stringSplit(text, space);
  assert.deepEqual(values!.arraySync(), ["to", "be", "or", "not"]);
  assert.deepEqual(shape!.arraySync(), [2, 3]);
  assertNoLeak(() => Object.values(tf.string.stringSplit(text, space)));
  assertNoLeak(() => tf.string.stringToHashBucketFast(text, 10));
});

Deno.test("nothing leaks where an operation refuses its inputs", () => {
  const indices = tf.tensor2d([[9, 0]], [1, 2], "int32"),
    values = tf.tensor1d([1]),
    shape = tf.tensor1d([5, 6], "int32");
  const zero = tf.scalar(0);
  assertNoLeak(() => {
    assert.throws(
      () => tf.sparse.sparseFillEmptyRows(indices, values, shape, zero),
      /Cannot run SparseFillEmptyRows/,
    );
    return [];
  });
});
