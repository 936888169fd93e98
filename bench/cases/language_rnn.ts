import { languageRNN as languageModel, sparseCategoricalCrossentropy } from "unroll";
import { integers, normals } from "./random_tensors.ts";
import { recurrentProducts, trainingCase } from "./training_case.ts";

/** Study 000's recurrent network for spoken languages: two convolutions over time and an LSTM. */
export const languageRNN = trainingCase({
  name: "language_rnn",
  target: 0.85,
  sizes: { batch: 32, frames: 500, bins: 129, languages: 4 },
  tiny: { batch: 4, frames: 30, bins: 5, languages: 4 },
  model: ({ frames, bins, languages }) => languageModel({ frames, bins, languages }),
  batch: ({ batch, frames, bins, languages }) => ({
    x: normals([batch, frames, bins]),
    y: integers([batch], languages),
  }),
  loss: sparseCategoricalCrossentropy({ fromLogits: true }),
  products({ batch, frames, bins }) {
    const first = frames - 2, second = Math.floor(first / 3) - 2, steps = Math.floor(second / 3);
    const convolutions = batch * (first * 3 * bins * 64 + second * 3 * 64 * 128);
    return convolutions + recurrentProducts({ batch, steps, features: 128, units: 64, gates: 4 });
  },
});
