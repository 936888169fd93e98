import { thresholdCounts } from "./_threshold_counts.ts";

/** Receiver operating characteristic: what each threshold finds, and what it raises falsely. */
export interface ROCCurve {
  /** Share of the negatives that are called positive [n], ascending from 0 to 1. */
  falsePositiveRate: Float64Array;
  /** Share of the positives that are called so [n], ascending from 0 to 1; what is missed is 1 minus it. */
  truePositiveRate: Float64Array;
  /** What scores at least this is called positive [n], descending; the first, at which nothing is, is Infinity. */
  thresholds: Float64Array;
}

/**
 * The receiver operating characteristic of scores, as scikit-learn's `roc_curve`: one point for each threshold, those on a
 * straight line between their neighbours left out.
 *
 * @param labels 0 or 1 [n]
 * @param scores the higher, the more likely 1 [n]
 * @returns the curve from (0, 0) to (1, 1)
 * @throws {TypeError} when labels and scores differ in number
 * @throws {RangeError} when a score is not finite, a label neither 0 nor 1, or a class has no example
 * @example
 * ```ts
 * import { rocCurve } from "unroll/evaluation/mod.ts";
 * rocCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).truePositiveRate; // [0, 0.5, 0.5, 1, 1]
 * ```
 */
export function rocCurve(labels: ArrayLike<number>, scores: ArrayLike<number>): ROCCurve {
  const { thresholds, right, wrong, positives, negatives } = thresholdCounts(labels, scores);
  const corners = [...thresholds.keys()].filter((i) =>
    i === 0 || i === thresholds.length - 1 ||
    right[i + 1]! - 2 * right[i]! + right[i - 1]! !== 0 ||
    wrong[i + 1]! - 2 * wrong[i]! + wrong[i - 1]! !== 0
  );
  const from = (start: number, of: (i: number) => number): Float64Array =>
    Float64Array.from([start].concat(corners.map(of)));
  return {
    falsePositiveRate: from(0, (i) => wrong[i]! / negatives),
    truePositiveRate: from(0, (i) => right[i]! / positives),
    thresholds: from(Infinity, (i) => thresholds[i]!),
  };
}
