import { dropout, type Seed, tf } from "../engine/mod.ts";

/** Values of 0 and 1 / (1 - rate), of a given shape: what Keras multiplies by while training. */
export function dropoutMask(shape: number[], rate: number, seed: Seed): tf.Tensor {
  return dropout(tf.ones(shape), rate, { seed });
}
