import type { PredictionInterval } from "./prediction_interval.ts";

/**
 * How often the truth lay in an interval: near 0.8 for an interval that says it holds 80 %.
 *
 * @param truth what came [K]
 * @param interval lower and upper ends [K]
 * @returns the share of steps inside, ends included, from 0 to 1
 * @throws {TypeError} when the lengths differ or there is no step
 * @example
 * ```ts
 * import { intervalCoverage } from "unroll/series/mod.ts";
 * intervalCoverage([1, 5], { lower: Float32Array.of(0, 0), upper: Float32Array.of(2, 2) }); // 0.5
 * ```
 */
export function intervalCoverage(truth: ArrayLike<number>, { lower, upper }: PredictionInterval): number {
  if (truth.length === 0 || truth.length !== lower.length || truth.length !== upper.length) {
    throw new TypeError(
      `Cannot compare an interval as of ${truth.length} true values: it has ${lower.length} and ${upper.length} ends`,
    );
  }
  const inside = Array.from(truth).filter((value, step) => value >= lower[step]! && value <= upper[step]!);
  return inside.length / truth.length;
}
