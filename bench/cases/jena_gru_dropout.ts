import { gru, meanAbsoluteError, tf } from "unroll";
import { normals } from "./random_tensors.ts";
import { recurrentProducts, trainingCase } from "./training_case.ts";

/** The temperature forecast as in the study: inputs and states dropped with one mask for all steps. No fast path has that. */
export const jenaGRUDropout = trainingCase({
  name: "jena_gru_dropout",
  sizes: { batch: 128, steps: 240, features: 14, units: 32 },
  tiny: { batch: 4, steps: 6, features: 3, units: 8 },
  model: ({ steps, features, units }) =>
    tf.sequential({
      layers: [
        gru({ units, inputShape: [steps, features], dropout: 0.1, recurrentDropout: 0.5, seed: 0 }), // [B, T, F] -> [B, H]
        tf.layers.dense({ units: 1, kernelInitializer: tf.initializers.glorotUniform({ seed: 1 }) }),
      ],
    }),
  batch: ({ batch, steps, features }) => ({ x: normals([batch, steps, features]), y: normals([batch, 1]) }),
  loss: meanAbsoluteError(),
  products: ({ batch, steps, features, units }) =>
    recurrentProducts({ batch, steps, features, units, gates: 3 }),
});
