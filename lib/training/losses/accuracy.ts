import { tf } from "../../engine/mod.ts";
import { classNumbers, sameRank } from "./_same_rank.ts";
import type { Metric } from "./loss.ts";

/** The share of right answers, for class numbers, one-hot labels or yes-or-no labels, told apart by shape as Keras does. */
export interface AccuracyOptions {
  /** The key in logs and history. @default "accuracy" */
  name?: string;
  /** From which prediction on a yes-or-no answer is yes; 0 for logits. @default 0.5 */
  threshold?: number;
}

/**
 * The share of positions whose label is predicted.
 *
 * @param options name and threshold
 * @returns the metric: predictions [..., 1] are yes or no; labels [...] are class numbers; labels [..., C] are one-hot
 * @throws {TypeError} from the metric, when the labels fit none of these
 * @see https://keras.io/api/metrics/accuracy_metrics/
 * @example
 * ```ts
 * import { accuracy } from "unroll/training/mod.ts";
 * accuracy().name; // "accuracy"
 * ```
 */
export function accuracy({ name = "accuracy", threshold = 0.5 }: AccuracyOptions = {}): Metric {
  return {
    name,
    values(labels, predictions) {
      if (predictions.shape.at(-1) === 1) return yesOrNo(labels, predictions, threshold);
      const best = tf.argMax(predictions, -1).toInt(); // [..., C] -> [...]
      const oneHot = labels.rank === predictions.rank && labels.shape.at(-1) === predictions.shape.at(-1);
      const wanted = oneHot ? tf.argMax(labels, -1).toInt() : classNumbers(labels, predictions);
      return tf.equal(best, wanted).toFloat();
    },
  };
}

function yesOrNo(labels: tf.Tensor, predictions: tf.Tensor, threshold: number): tf.Tensor {
  const right = tf.equal(tf.greater(predictions, threshold).toFloat(), sameRank(labels, predictions));
  return tf.mean(right.toFloat(), -1); // [..., 1] -> [...]
}
