import { gru, meanAbsoluteError, tf } from "unroll";
import { normals } from "./random_tensors.ts";
import { recurrentProducts, trainingCase } from "./training_case.ts";

/** The temperature forecast: a plain GRU over ten days of weather, no dropout anywhere. */
export const jenaGRU = trainingCase({
  name: "jena_gru",
  target: 0.45,
  sizes: { batch: 128, steps: 240, features: 14, units: 32 },
  tiny: { batch: 4, steps: 6, features: 3, units: 8 },
  model: ({ steps, features, units }) =>
    tf.sequential({
      layers: [gru({ units, inputShape: [steps, features], seed: 0 }), tf.layers.dense({ units: 1 })], // [B, T, F] -> [B, 1]
    }),
  batch: ({ batch, steps, features }) => ({ x: normals([batch, steps, features]), y: normals([batch, 1]) }),
  loss: meanAbsoluteError(),
  products: ({ batch, steps, features, units }) =>
    recurrentProducts({ batch, steps, features, units, gates: 3 }),
});
