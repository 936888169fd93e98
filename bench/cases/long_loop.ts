import { gru, meanSquaredError, tf } from "unroll";
import { normals } from "./random_tensors.ts";
import { recurrentProducts, trainingCase } from "./training_case.ts";

const small = { batch: 4, steps: 5, features: 3, units: 8 };

/** Whether memory grows: 50,000 steps of a small model; memory is looked at after 5,000 and at the end. */
export const longLoop = {
  ...trainingCase({
    name: "long_loop",
    sizes: small,
    tiny: small,
    model: ({ steps, features, units }) =>
      tf.sequential({
        layers: [gru({ units, inputShape: [steps, features], seed: 0 }), tf.layers.dense({ units: 1 })],
      }),
    batch: ({ batch, steps, features }) => ({ x: normals([batch, steps, features]), y: normals([batch, 1]) }),
    loss: meanSquaredError(),
    products: (sizes) => recurrentProducts({ ...sizes, gates: 3 }),
  }),
  systems: ["unroll"] as const,
};
