import { thresholdCounts } from "./_threshold_counts.ts";

/** What each threshold finds, and how much of what it finds is right. */
export interface PrecisionRecallCurve {
  /** Share of what is called positive that is so [n + 1]; the last, at which nothing is called positive, is 1. */
  precision: Float64Array;
  /** Share of the positives that are called so [n + 1], descending from 1 to 0. */
  recall: Float64Array;
  /** What scores at least this is called positive [n], ascending. */
  thresholds: Float64Array;
}

/**
 * Precision over recall, as scikit-learn's `precision_recall_curve`: one point for each score that occurs, the lowest first,
 * and the point (recall 0, precision 1) at the end.
 *
 * @param labels 0 or 1 [n]
 * @param scores the higher, the more likely 1 [n]
 * @returns the curve
 * @throws {TypeError} when labels and scores differ in number
 * @throws {RangeError} when a score is not finite, a label neither 0 nor 1, or a class has no example
 * @example
 * ```ts
 * import { precisionRecallCurve } from "unroll/evaluation/mod.ts";
 * precisionRecallCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).recall; // [1, 1, 0.5, 0.5, 0]
 * ```
 */
export function precisionRecallCurve(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
): PrecisionRecallCurve {
  const { thresholds, right, wrong, positives } = thresholdCounts(labels, scores), last = thresholds.length;
  const precision = new Float64Array(last + 1).fill(1), recall = new Float64Array(last + 1);
  for (let i = 0; i < last; i++) {
    precision[last - 1 - i] = right[i]! / (right[i]! + wrong[i]!);
    recall[last - 1 - i] = right[i]! / positives;
  }
  return { precision, recall, thresholds: thresholds.toReversed() };
}
