import { bidirectional, binaryCrossentropy, embedding, lstm, tf } from "unroll";
import { integers, yesOrNo } from "./random_tensors.ts";
import { recurrentProducts, trainingCase } from "./training_case.ts";

/** The reviews model with the LSTM in both directions. */
export const imdbBiLSTM = trainingCase({
  name: "imdb_bilstm",
  target: 0.7,
  sizes: { batch: 128, steps: 500, vocabulary: 10_000, embedding: 32, units: 32 },
  tiny: { batch: 4, steps: 6, vocabulary: 20, embedding: 4, units: 8 },
  model: ({ steps, vocabulary, embedding: width, units }) =>
    tf.sequential({
      layers: [
        embedding({ inputDim: vocabulary, outputDim: width, inputLength: steps }), // [B, T] -> [B, T, E]
        bidirectional({ layer: lstm({ units, seed: 0 }) }), // -> [B, 2 H]
        tf.layers.dense({ units: 1, activation: "sigmoid" }),
      ],
    }),
  batch: ({ batch, steps, vocabulary }) => ({
    x: integers([batch, steps], vocabulary),
    y: yesOrNo([batch, 1]),
  }),
  loss: binaryCrossentropy(),
  products: ({ batch, steps, embedding, units }) =>
    2 * recurrentProducts({ batch, steps, features: embedding, units, gates: 4 }),
});
