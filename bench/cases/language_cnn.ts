import { dropout, normalization, resizing, sparseCategoricalCrossentropy, tf } from "unroll";
import { integers, normals } from "./random_tensors.ts";
import { trainingCase } from "./training_case.ts";

const { conv2d, maxPooling2d, flatten, dense } = tf.layers;

/** Study 000's convolutional network for spoken languages, on spectrograms made square. */
export const languageCNN = trainingCase({
  name: "language_cnn",
  target: 0.95,
  sizes: { batch: 32, frames: 500, bins: 129, side: 128, languages: 4 },
  tiny: { batch: 4, frames: 40, bins: 21, side: 21, languages: 4 },
  model: ({ frames, bins, side, languages }) =>
    tf.sequential({
      layers: [
        resizing({ height: side, width: side, inputShape: [frames, bins, 1] }), // -> [B, S, S, 1]
        normalization({ mean: 0, variance: 1 }),
        conv2d({ filters: 64, kernelSize: 3, activation: "relu" }),
        maxPooling2d({ poolSize: 3, strides: 3 }),
        dropout({ rate: 0.3, seed: 1 }),
        conv2d({ filters: 128, kernelSize: 3, activation: "relu" }),
        maxPooling2d({ poolSize: 3, strides: 3 }),
        dropout({ rate: 0.3, seed: 2 }),
        flatten(),
        dense({ units: 32, activation: "relu" }),
        dense({ units: languages }),
      ],
    }),
  batch: ({ batch, frames, bins, languages }) => ({
    x: normals([batch, frames, bins, 1]),
    y: integers([batch], languages),
  }),
  loss: sparseCategoricalCrossentropy({ fromLogits: true }),
  products({ batch, side }) {
    const first = side - 2, second = Math.floor(first / 3) - 2, last = Math.floor(second / 3);
    return batch * (first ** 2 * 9 * 64 + second ** 2 * 9 * 64 * 128 + last ** 2 * 128 * 32);
  },
});
