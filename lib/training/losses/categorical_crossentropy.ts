import { tf } from "../../engine/mod.ts";
import { EPSILON } from "./_epsilon.ts";
import { sameRank } from "./_same_rank.ts";
import type { Loss } from "./loss.ts";
import type { CrossentropyOptions } from "./sparse_categorical_crossentropy.ts";

/**
 * Cross-entropy between two distributions over classes, such as one-hot labels and a softmax.
 *
 * @param options whether predictions are logits
 * @returns the loss: labels [..., C] and predictions [..., C] to [...], `-sum(label * log p)` in nats
 * @throws {TypeError} from the loss, when the shapes differ
 * @see https://keras.io/api/losses/probabilistic_losses/
 * @example
 * ```ts
 * import { categoricalCrossentropy } from "unroll/training/mod.ts";
 * const loss = categoricalCrossentropy();
 * ```
 */
export function categoricalCrossentropy({ fromLogits = false }: CrossentropyOptions = {}): Loss {
  return (labels, predictions) => {
    const logs = fromLogits ? tf.logSoftmax(predictions) : logOfShares(predictions);
    return tf.neg(tf.sum(tf.mul(sameRank(labels, predictions), logs), -1)); // [..., C] -> [...]
  };
}

function logOfShares(predictions: tf.Tensor): tf.Tensor {
  const shares = tf.div(predictions, tf.sum(predictions, -1, true));
  return tf.log(tf.clipByValue(shares, EPSILON, 1 - EPSILON));
}
