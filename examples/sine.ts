import { adam, batches, fit, gru, loadModel, meanSquaredError, predict, saveModel, useEngine } from "unroll";

const { tf } = await useEngine();
const wave = Float32Array.from({ length: 2000 }, (_, i) => Math.sin(i / 8)), rows = 1900;
const x = {
  values: Float32Array.from({ length: rows * 50 }, (_, i) => wave[Math.floor(i / 50) + i % 50]!),
  shape: [rows, 50, 1],
};
const y = { values: Float32Array.from({ length: rows }, (_, row) => wave[row + 50]!), shape: [rows, 1] };
const model = tf.sequential({
  layers: [gru({ units: 16, inputShape: [50, 1] }), tf.layers.dense({ units: 1 })],
});
await fit(model, batches({ x, y }, { batchSize: 64 }), {
  epochs: 3,
  optimizer: adam({ learningRate: 0.01 }),
  loss: meanSquaredError(),
});
await saveModel(model, "data/cache/sine");
const { model: loaded } = await loadModel("data/cache/sine");
(await predict(loaded, tf.tensor3d(wave.slice(0, 50), [1, 50, 1]))).print(); // about sin(50 / 8)
