import assert from "node:assert/strict";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { autoregressiveForecast } from "../../lib/generation/mod.ts";

await useEngine();

/** Foretells the sum of the last two steps of the first column, plus all that is known of the last step. */
function fibonacci(known = 0): tf.LayersModel {
  const width = 1 + known, flat = tf.layers.flatten({ inputShape: [2, width] });
  const model = tf.sequential({ layers: [flat, tf.layers.dense({ units: 1, useBias: false })] });
  const kernel = Float32Array.from({ length: 2 * width }, (_, i) => i % width === 0 || i >= width ? 1 : 0);
  model.setWeights([tf.tensor2d(kernel, [2 * width, 1])]);
  return model;
}

Deno.test("autoregressiveForecast: each forecast is read by the next", () => {
  const start = tf.tensor3d([1, 1, 2, 10], [2, 2, 1]), before = tf.memory().numTensors, model = fibonacci();
  const made = tf.memory().numTensors - before;
  const forecast = autoregressiveForecast(model, start, { steps: 4 });
  assert.deepEqual(forecast.shape, [2, 4, 1]);
  assert.deepEqual([...forecast.dataSync()], [2, 3, 5, 8, 12, 22, 34, 56]);
  forecast.dispose();
  assert.equal(tf.memory().numTensors, before + made);
});

Deno.test("autoregressiveForecast: what is known of a step stands beside its forecast", () => {
  const start = tf.tensor3d([1, 0, 1, 0], [1, 2, 2]), known = tf.tensor3d([100, 1000, 5], [1, 3, 1]);
  const forecast = autoregressiveForecast(fibonacci(1), start, { steps: 3, known });
  assert.deepEqual([...forecast.dataSync()], [2, 1 + 2 + 100, 2 + 103 + 1000]);
});

Deno.test("autoregressiveForecast: refuses steps and shapes that don't fit", () => {
  const start = tf.ones([1, 2, 1]) as tf.Tensor3D;
  for (const steps of [0, 1.5]) {
    assert.throws(() => autoregressiveForecast(fibonacci(), start, { steps }), RangeError);
  }
  const wide = tf.sequential({
    layers: [tf.layers.flatten({ inputShape: [2, 1] }), tf.layers.dense({ units: 3 })],
  });
  assert.throws(() => autoregressiveForecast(wide, start, { steps: 1 }), {
    name: "TypeError",
    message: /the model's forecast as \[1, 1\]/,
  });
  const known = tf.ones([1, 3, 1]) as tf.Tensor3D, two = tf.ones([1, 2, 2]) as tf.Tensor3D;
  assert.throws(() => autoregressiveForecast(fibonacci(1), two, { steps: 2, known }), {
    name: "TypeError",
    message: /known/,
  });
});
