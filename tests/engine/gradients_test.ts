import assert from "node:assert/strict";
import { tf, useEngine } from "unroll/engine/mod.ts";

await useEngine({ backend: "tensorflow" });
const points = [-2, -0.5, 0, 0.5, 2];

/** Derivatives of a function at the points: the first, or the derivative of the first. */
function derivatives(f: (x: tf.Tensor) => tf.Tensor, order: 1 | 2): number[] {
  return tf.tidy(() => {
    const first = tf.grad(f), second = tf.grad((x) => first(x));
    return [...(order === 1 ? first : second)(tf.tensor1d(points)).dataSync()];
  });
}

function assertClose(actual: number[], expected: number[]): void {
  actual.forEach((value, i) =>
    assert.ok(Math.abs(value - expected[i]!) < 1e-6, `${actual} is not ${expected}`)
  );
}

Deno.test("gradients of sigmoid and tanh", () => {
  const s = (x: number): number => 1 / (1 + Math.exp(-x)), t = Math.tanh;
  assertClose(derivatives(tf.sigmoid, 1), points.map((x) => s(x) * (1 - s(x))));
  assertClose(derivatives(tf.tanh, 1), points.map((x) => 1 - t(x) ** 2));
});

Deno.test("the gradient operations can be differentiated by the output and by what comes in", () => {
  const slopes = (name: string): number[] => {
    const f = (y: tf.Tensor, dy: tf.Tensor): tf.Tensor => tf.engine().runKernel(name, { y, dy });
    return tf.tidy(() => tf.grads(f)([tf.scalar(0.3), tf.scalar(2)]).map((one) => one.dataSync()[0]!));
  };
  assertClose(slopes("SigmoidGrad"), [2 * (1 - 0.6), 0.3 * 0.7]);
  assertClose(slopes("TanhGrad"), [2 * -0.6, 1 - 0.09]);
  assertClose(slopes("ReluGrad"), [0, 1]);
});

Deno.test("ReLU's gradient is 0 up to 0 and 1 above; a function of it has a second derivative", () => {
  assert.deepEqual(derivatives(tf.relu, 1), [0, 0, 0, 1, 1]);
  assert.deepEqual(derivatives((x) => tf.square(tf.relu(x)), 2), [0, 0, 0, 2, 2]);
});

Deno.test("an absolute value has no slope at 0, as in Keras", () => {
  assert.deepEqual(derivatives(tf.abs, 1), [-1, -1, 0, 1, 1]);
});

Deno.test("a bias along the last axis is added, and its gradient summed, whatever the ranks", () => {
  tf.tidy(() => {
    const bias = tf.tensor1d([1, 2]);
    for (const shape of [[3, 2], [2, 3, 2], [1, 2, 3, 2]]) {
      const gradient = tf.grad((b) => tf.sum(tf.add(tf.ones(shape), b)))(bias);
      assert.deepEqual([...gradient.dataSync()], Array(2).fill(shape.reduce((a, b) => a * b) / 2));
      assert.deepEqual([...tf.add(tf.ones(shape), bias).dataSync()].slice(0, 2), [2, 3]);
    }
    assert.deepEqual(tf.add(tf.ones([2, 1]), tf.ones([1])).shape, [2, 1]);
    assert.deepEqual(tf.add(tf.ones([2, 1]), tf.ones([3])).shape, [2, 3]);
  });
});

Deno.test("softmax's gradient is (dy - sum(dy y)) y along its axis", () => {
  const logits = [[0.2, -1, 3], [0, 0.5, 0.5]], weights = [[1, -2, 0.5], [3, 0, -1]];
  const wanted = logits.flatMap((row, i) => {
    const powers = row.map(Math.exp),
      sum = powers.reduce((a, b) => a + b),
      y = powers.map((one) => one / sum);
    const mean = y.reduce((total, one, j) => total + one * weights[i]![j]!, 0);
    return y.map((one, j) => (weights[i]![j]! - mean) * one);
  });
  const slope = tf.tidy(() => {
    const weighted = (x: tf.Tensor) => tf.sum(tf.mul(tf.softmax(x), weights));
    return [...tf.grad(weighted)(tf.tensor2d(logits)).dataSync()];
  });
  assertClose(slope, wanted);
});
