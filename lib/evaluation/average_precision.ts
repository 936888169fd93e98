import { precisionRecallCurve } from "./precision_recall_curve.ts";

/**
 * Average precision: the precisions at all thresholds, each weighted by what recall gains there, `Σ (R[i] - R[i + 1]) P[i]`,
 * as scikit-learn's `average_precision_score`. Guessing gives the positives' share, no error 1.
 *
 * @param labels 0 or 1 [n]
 * @param scores the higher, the more likely 1 [n]
 * @returns from 0 to 1
 * @throws {TypeError} when labels and scores differ in number
 * @throws {RangeError} when a score is not finite, a label neither 0 nor 1, or a class has no example
 * @example
 * ```ts
 * import { averagePrecision } from "unroll/evaluation/mod.ts";
 * averagePrecision([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]); // 0.8333…
 * ```
 */
export function averagePrecision(labels: ArrayLike<number>, scores: ArrayLike<number>): number {
  const { precision, recall } = precisionRecallCurve(labels, scores);
  let sum = 0;
  for (let i = 0; i + 1 < recall.length; i++) sum += (recall[i]! - recall[i + 1]!) * precision[i]!;
  return sum;
}
