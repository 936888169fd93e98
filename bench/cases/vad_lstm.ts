import { binaryCrossentropy, lstm, tf } from "unroll";
import { normals, yesOrNo } from "./random_tensors.ts";
import { recurrentProducts, trainingCase } from "./training_case.ts";

/** The voice activity detector: an LSTM on 20 features of 300 frames, an answer for each. */
export const vadLSTM = trainingCase({
  name: "vad_lstm",
  target: 0.78,
  sizes: { batch: 51, steps: 300, features: 20, units: 256 },
  tiny: { batch: 4, steps: 6, features: 3, units: 8 },
  model: ({ steps, features, units }) =>
    tf.sequential({
      layers: [
        lstm({ units, returnSequences: true, inputShape: [steps, features], seed: 0 }), // [B, T, F] -> [B, T, H]
        tf.layers.dense({ units: 1, activation: "sigmoid" }), // -> [B, T, 1]
      ],
    }),
  batch: ({ batch, steps, features }) => ({
    x: normals([batch, steps, features]),
    y: yesOrNo([batch, steps, 1]),
  }),
  loss: binaryCrossentropy(),
  products: ({ batch, steps, features, units }) =>
    recurrentProducts({ batch, steps, features, units, gates: 4 }) + batch * steps * units,
});
