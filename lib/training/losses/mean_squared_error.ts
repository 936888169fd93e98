import { tf } from "../../engine/mod.ts";
import { sameRank } from "./_same_rank.ts";
import type { Loss } from "./loss.ts";

/**
 * The mean over the last axis of squared differences.
 *
 * @returns the loss: labels and predictions [..., K] to [...], in the labels' unit squared
 * @throws {TypeError} from the loss, when the shapes differ
 * @see https://keras.io/api/losses/regression_losses/
 * @example
 * ```ts
 * import { meanSquaredError } from "unroll/training/mod.ts";
 * const loss = meanSquaredError();
 * ```
 */
export function meanSquaredError(): Loss {
  return (labels, predictions) => tf.mean(tf.square(tf.sub(predictions, sameRank(labels, predictions))), -1);
}
