import { characterGRU, sparseCategoricalCrossentropy } from "unroll";
import { integers } from "./random_tensors.ts";
import { recurrentProducts, trainingCase } from "./training_case.ts";

/** Study 000's text model, word by word: the character model with 42,197 tokens, 57,992,661 parameters. */
export const wordGRU = trainingCase({
  name: "word_gru",
  target: 0.9,
  sizes: { batch: 64, steps: 20, vocabulary: 42_197, embedding: 256, units: 1024 },
  tiny: { batch: 4, steps: 3, vocabulary: 50, embedding: 8, units: 16 },
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
