import { thresholdCounts } from "./_threshold_counts.ts";

/** Where as large a share is missed as is raised falsely. */
export interface EqualErrorRate {
  /** Either share, 0 to 1. */
  rate: number;
  /** The score at which that is so; between two scores where it is between two points. */
  threshold: number;
}

/**
 * The equal error rate: where the receiver operating characteristic, drawn with straight lines, crosses the line on which the share
 * of positives missed is the share of negatives raised falsely.
 *
 * @param labels 0 or 1 [n]
 * @param scores the higher, the more likely 1 [n]
 * @returns the rate and its threshold
 * @throws {TypeError} when labels and scores differ in number
 * @throws {RangeError} when a score is not finite, a label neither 0 nor 1, or a class has no example
 * @example
 * ```ts
 * import { equalErrorRate } from "unroll/evaluation/mod.ts";
 * equalErrorRate([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]); // { rate: 0.5, threshold: 0.4 }
 * ```
 */
export function equalErrorRate(labels: ArrayLike<number>, scores: ArrayLike<number>): EqualErrorRate {
  const { thresholds, right, wrong, positives, negatives } = thresholdCounts(labels, scores);
  let missed = 1, raised = 0, threshold = thresholds[0]!;
  for (const [i, next] of thresholds.entries()) {
    const missedNext = 1 - right[i]! / positives, raisedNext = wrong[i]! / negatives;
    if (raisedNext >= missedNext) {
      const way = (missed - raised) / (missed - raised + raisedNext - missedNext);
      return { rate: raised + way * (raisedNext - raised), threshold: threshold + way * (next - threshold) };
    }
    [missed, raised, threshold] = [missedNext, raisedNext, next];
  }
  return { rate: raised, threshold }; // not reached: the last threshold calls everything positive
}
