import { tf } from "../engine/mod.ts";

/** Values of 0 and 1 / (1 - rate), of a given shape: what Keras multiplies by while training. */
export function dropoutMask(shape: number[], rate: number, seed: number | undefined): tf.Tensor {
  return tf.dropout(tf.ones(shape), rate, undefined, seed);
}
