import { tf } from "../../engine/mod.ts";
import { sameRank } from "./_same_rank.ts";
import type { Loss } from "./loss.ts";

/**
 * The mean over the last axis of absolute differences.
 *
 * @returns the loss: labels and predictions [..., K] to [...], in the labels' unit
 * @throws {TypeError} from the loss, when the shapes differ
 * @see https://keras.io/api/losses/regression_losses/
 * @example
 * ```ts
 * import { meanAbsoluteError } from "unroll/training/mod.ts";
 * const loss = meanAbsoluteError();
 * ```
 */
export function meanAbsoluteError(): Loss {
  return (labels, predictions) => tf.mean(tf.abs(tf.sub(predictions, sameRank(labels, predictions))), -1);
}
