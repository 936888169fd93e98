import { tf, useEngine } from "../../lib/engine/mod.ts";

await useEngine(Deno.env.get("CPU") ? { backend: "cpu" } : {});

/** A model of known size with fixed weights: 3 -> 4 (tanh) -> 2. */
export function smallModel(first: Partial<Parameters<typeof tf.layers.dense>[0]> = {}): tf.LayersModel {
  const model = tf.sequential({
    layers: [
      tf.layers.dense({ units: 4, inputShape: [3], activation: "tanh", ...first }),
      tf.layers.dense({ units: 2 }),
    ],
  });
  return setRamps(model);
}

/** Gives each weight a ramp, past the constraints that `setWeights` would apply. */
export function setRamps(model: tf.LayersModel): tf.LayersModel {
  tf.tidy(() => model.getWeights().forEach((weight) => (weight as tf.Variable).assign(ramp(weight.shape))));
  return model;
}

/** Numbers in [-0.45, 0.55], none of them 0, that are easy to make again anywhere. */
export function ramp(shape: number[], shift = 0): tf.Tensor {
  const size = shape.reduce((a, b) => a * b, 1);
  return tf.tensor(Float32Array.from({ length: size }, (_, i) => ((i * 7 + shift) % 11) / 10 - 0.45), shape);
}

/** Ten samples for it, as values. */
export function smallData(): {
  x: { values: Float32Array; shape: number[] };
  y: { values: Int32Array; shape: number[] };
} {
  return {
    x: { values: Float32Array.from({ length: 30 }, (_, i) => ((i * 5) % 13) / 6 - 1), shape: [10, 3] },
    y: { values: Int32Array.from({ length: 10 }, (_, i) => (i * i) % 2), shape: [10] },
  };
}

export { tf };
