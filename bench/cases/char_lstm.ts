import { embedding, lstm, sparseCategoricalCrossentropy, tf } from "unroll";
import { integers } from "./random_tensors.ts";
import { recurrentProducts, trainingCase } from "./training_case.ts";

/** Torres's text model: an LSTM, character by character. */
export const charLSTM = trainingCase({
  name: "char_lstm",
  target: 0.88,
  bf16Target: 0.6,
  sizes: { batch: 64, steps: 100, vocabulary: 93, embedding: 256, units: 1024 },
  tiny: { batch: 4, steps: 6, vocabulary: 7, embedding: 8, units: 16 },
  model: ({ vocabulary, embedding: width, units }) =>
    tf.sequential({
      layers: [
        embedding({ inputDim: vocabulary, outputDim: width, batchInputShape: [null, null] }), // [B, T] -> [B, T, E]
        lstm({ units, returnSequences: true, seed: 0 }), // -> [B, T, H]
        tf.layers.dense({ units: vocabulary }), // -> [B, T, V]
      ],
    }),
  batch: ({ batch, steps, vocabulary }) => ({
    x: integers([batch, steps], vocabulary),
    y: integers([batch, steps], vocabulary),
  }),
  loss: sparseCategoricalCrossentropy({ fromLogits: true }),
  products: ({ batch, steps, vocabulary, embedding, units }) =>
    recurrentProducts({ batch, steps, features: embedding, units, gates: 4 }) +
    batch * steps * units * vocabulary,
});
