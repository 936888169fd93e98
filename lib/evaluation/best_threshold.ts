import { type ThresholdCounts, thresholdCounts } from "./_threshold_counts.ts";

/** Options of {@linkcode bestThreshold}. */
export interface BestThresholdOptions {
  /**
   * What shall be largest: the share of right answers; the positives' F1; the mean of the shares of positives and of negatives
   * that are right. @default "accuracy"
   */
  criterion?: "accuracy" | "f1" | "balancedAccuracy";
}

/** A threshold and what it reaches. */
export interface BestThreshold {
  /** What scores at least this is called positive. */
  threshold: number;
  /** The criterion's value there, 0 to 1. */
  value: number;
}

/** By criterion: right positives, wrong positives, and the counts of either class -> value. */
const criteria = {
  accuracy: (right: number, wrong: number, { positives, negatives }: ThresholdCounts) =>
    (right + negatives - wrong) / (positives + negatives),
  f1: (right: number, wrong: number, { positives }: ThresholdCounts) =>
    2 * right / (right + wrong + positives),
  balancedAccuracy: (right: number, wrong: number, { positives, negatives }: ThresholdCounts) =>
    (right / positives + 1 - wrong / negatives) / 2,
};

/**
 * The threshold that serves a criterion best, found on one set of examples and used on others. It lies half-way between two
 * scores that occur, so that something is called positive; of equally good ones it is the highest.
 *
 * @param labels 0 or 1 [n]
 * @param scores the higher, the more likely 1 [n]
 * @param options the criterion
 * @returns the threshold and what it reaches
 * @throws {TypeError} when labels and scores differ in number
 * @throws {RangeError} when a score is not finite, a label neither 0 nor 1, a class has no example, or the criterion is unknown
 * @example
 * ```ts
 * import { bestThreshold } from "unroll/evaluation/mod.ts";
 * bestThreshold([0, 0, 1, 1], [0.1, 0.3, 0.5, 0.8]); // { threshold: 0.4, value: 1 }
 * ```
 */
export function bestThreshold(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  { criterion = "accuracy" }: BestThresholdOptions = {},
): BestThreshold {
  if (!Object.hasOwn(criteria, criterion)) {
    throw new RangeError(
      `Cannot choose a threshold as by one of ${Object.keys(criteria).join(", ")}: ${criterion}`,
    );
  }
  const counts = thresholdCounts(labels, scores), { thresholds, right, wrong } = counts;
  let best = 0, value = -Infinity;
  for (let i = 0; i < thresholds.length; i++) {
    const reached = criteria[criterion](right[i]!, wrong[i]!, counts);
    if (reached > value) [best, value] = [i, reached];
  }
  const threshold = thresholds[best]!, below = (threshold + (thresholds[best + 1] ?? threshold)) / 2;
  return { threshold: below > (thresholds[best + 1] ?? -Infinity) ? below : threshold, value };
}
