import assert from "node:assert/strict";
import { randomNormal, tf, useEngine } from "unroll/engine/mod.ts";
import { forceRecurrentPath } from "../../lib/engine/recurrent_path.ts";

const { engine } = await useEngine({ backend: "tensorflow" });
const ignore = engine.recurrent !== "onednn";

/** The gradient of a max pool by x, on oneDNN and on TensorFlow's own operation. */
function gradients(
  x: tf.Tensor4D,
  dy: tf.Tensor,
  pool: (x: tf.Tensor4D) => tf.Tensor,
): [tf.Tensor, tf.Tensor] {
  const gradient = (): tf.Tensor => tf.grad((x) => tf.sum(tf.mul(pool(x as tf.Tensor4D), dy)))(x);
  const native = gradient();
  forceRecurrentPath("portable");
  try {
    return [native, gradient()];
  } finally {
    forceRecurrentPath();
  }
}

const cases: [
  shape: [number, number, number, number],
  window: number,
  stride: number,
  pad: "valid" | "same",
][] = [
  [[2, 9, 9, 4], 3, 3, "valid"],
  [[2, 11, 8, 5], 3, 3, "valid"], // some rows and columns are in no window
  [[1, 7, 7, 16], 2, 1, "valid"], // windows overlap
  [[3, 10, 7, 3], 3, 2, "same"],
  [[1, 1, 50, 8], 1, 1, "valid"],
];

for (const [shape, window, stride, pad] of cases) {
  const name = `max pool gradient of [${shape}], window ${window}, stride ${stride}, ${pad}, as TensorFlow's`;
  Deno.test({ name, ignore }, () => {
    tf.tidy(() => {
      const x = randomNormal(shape, { seed: 1 }) as tf.Tensor4D;
      const pool = (x: tf.Tensor4D): tf.Tensor => tf.maxPool(x, window, stride, pad);
      const dy = randomNormal(pool(x).shape, { seed: 2 }), [native, own] = gradients(x, dy, pool);
      const difference = tf.max(tf.abs(tf.sub(native, own))).dataSync()[0]!;
      assert.ok(difference < 1e-6, `they differ by ${difference}`);
      assert.ok(tf.max(tf.abs(own)).dataSync()[0]! > 0);
    });
  });
}

Deno.test({ name: "of equal maxima the first gets the gradient, as in TensorFlow", ignore }, () => {
  tf.tidy(() => {
    const x = tf.relu(randomNormal([2, 6, 6, 8], { seed: 3 })) as tf.Tensor4D; // many zeros
    const pool = (x: tf.Tensor4D): tf.Tensor => tf.maxPool(x, 2, 2, "valid");
    const [native, own] = gradients(x, tf.ones([2, 3, 3, 8]), pool);
    assert.deepEqual(native.dataSync(), own.dataSync());
  });
});
