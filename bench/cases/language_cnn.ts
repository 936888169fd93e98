import { languageCNN as languageModel, sparseCategoricalCrossentropy } from "unroll";
import { integers, normals } from "./random_tensors.ts";
import { trainingCase } from "./training_case.ts";

/** Study 000's convolutional network for spoken languages, on spectrograms made square. */
export const languageCNN = trainingCase({
  name: "language_cnn",
  target: 0.95,
  sizes: { batch: 32, frames: 500, bins: 129, side: 128, languages: 4 },
  tiny: { batch: 4, frames: 40, bins: 21, side: 21, languages: 4 },
  model: ({ frames, bins, side, languages }) => languageModel({ frames, bins, size: side, languages }),
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
