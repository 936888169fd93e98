import { characterGRU, sparseCategoricalCrossentropy } from "unroll";
import { integers } from "./random_tensors.ts";
import { recurrentProducts, trainingCase } from "./training_case.ts";

/** Study 000's text model, character by character. */
export const charGRU = trainingCase({
  name: "char_gru",
  target: 0.7,
  bf16Target: 0.6,
  sizes: { batch: 64, steps: 100, vocabulary: 65, embedding: 256, units: 1024 },
  tiny: { batch: 4, steps: 6, vocabulary: 7, embedding: 8, units: 16 },
  model: ({ vocabulary, embedding, units }) => characterGRU({ vocabularySize: vocabulary, embedding, units }),
  batch: ({ batch, steps, vocabulary }) => ({
    x: integers([batch, steps], vocabulary),
    y: integers([batch, steps], vocabulary),
  }),
  loss: sparseCategoricalCrossentropy({ fromLogits: true }),
  products: ({ batch, steps, vocabulary, embedding, units }) =>
    recurrentProducts({ batch, steps, features: embedding, units, gates: 3 }) +
    batch * steps * units * vocabulary,
});
