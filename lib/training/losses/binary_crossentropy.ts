import { tf } from "../../engine/mod.ts";
import { EPSILON } from "./_epsilon.ts";
import { sameRank } from "./_same_rank.ts";
import type { Loss } from "./loss.ts";
import type { CrossentropyOptions } from "./sparse_categorical_crossentropy.ts";

/**
 * Cross-entropy of yes-or-no labels, averaged over the last axis.
 *
 * @param options whether predictions are logits
 * @returns the loss: labels and predictions [..., K] to [...], in nats; labels [...] fit predictions [..., 1]
 * @throws {TypeError} from the loss, when the shapes differ
 * @see https://keras.io/api/losses/probabilistic_losses/
 * @example
 * ```ts
 * import { binaryCrossentropy } from "unroll/training/mod.ts";
 * const loss = binaryCrossentropy({ fromLogits: true });
 * ```
 */
export function binaryCrossentropy({ fromLogits = false }: CrossentropyOptions = {}): Loss {
  const values = fromLogits ? valuesFromLogits : valuesFromShares;
  return (labels, predictions) => tf.mean(values(sameRank(labels, predictions), predictions), -1); // [..., K] -> [...]
}

/** max(z, 0) - z y + log(1 + exp(-|z|)): stable for any z. */
function valuesFromLogits(labels: tf.Tensor, logits: tf.Tensor): tf.Tensor {
  const linear = tf.sub(tf.relu(logits), tf.mul(logits, labels));
  return tf.add(linear, tf.log1p(tf.exp(tf.neg(tf.abs(logits)))));
}

function valuesFromShares(labels: tf.Tensor, predictions: tf.Tensor): tf.Tensor {
  const shares = tf.clipByValue(predictions, EPSILON, 1 - EPSILON);
  const yes = tf.mul(labels, tf.log(shares));
  const no = tf.mul(tf.sub(1, labels), tf.log(tf.sub(1, shares)));
  return tf.neg(tf.add(yes, no));
}
