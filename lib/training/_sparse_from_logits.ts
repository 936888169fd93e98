import { tf } from "../engine/mod.ts";

/** Cross-entropy of int32 class numbers [...] with logits [..., C]: one value a position. */
export function sparseFromLogits(labels: tf.Tensor, logits: tf.Tensor): tf.Tensor {
  const classes = logits.shape.at(-1)!;
  const picked = tf.oneHot(labels.toInt(), classes).toFloat(); // [...] -> [..., C]
  return tf.neg(tf.sum(tf.mul(picked, tf.logSoftmax(logits)), -1)); // [..., C] -> [...]
}
