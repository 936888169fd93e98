import type { PredictionInterval } from "./prediction_interval.ts";

/** Options of `intervalScore`. */
export interface IntervalScoreOptions {
  /** The share of the truth that the interval says it holds, between 0 and 1. */
  coverage: number;
}

/**
 * How good an interval is, in the values' unit: its width, and for each miss `2 / (1 - coverage)` times the distance to it (Winkler's
 * score). Less is better; neither a narrow interval that misses nor a wide one that never does gets far.
 *
 * @param truth what came [K]
 * @param interval lower and upper ends [K]
 * @param options the share
 * @returns the mean over all steps
 * @throws {TypeError} when the lengths differ or there is no step
 * @throws {RangeError} when the share is not between 0 and 1
 * @see Gneiting, Raftery 2007, https://doi.org/10.1198/016214506000001437
 * @example
 * ```ts
 * import { intervalScore } from "unroll/series/mod.ts";
 * intervalScore([1, 5], { lower: Float32Array.of(0, 0), upper: Float32Array.of(2, 2) }, { coverage: 0.5 }); // (2 + 2 + 4 * 3) / 2
 * ```
 */
export function intervalScore(
  truth: ArrayLike<number>,
  { lower, upper }: PredictionInterval,
  { coverage }: IntervalScoreOptions,
): number {
  if (truth.length === 0 || truth.length !== lower.length || truth.length !== upper.length) {
    throw new TypeError(
      `Cannot score an interval as of ${truth.length} true values: it has ${lower.length} and ${upper.length} ends`,
    );
  }
  if (!(coverage > 0 && coverage < 1)) {
    throw new RangeError(`Cannot score an interval as one that holds a share between 0 and 1: ${coverage}`);
  }
  const scores = Array.from(truth, (value, step) => {
    const miss = Math.max(lower[step]! - value, value - upper[step]!, 0);
    return upper[step]! - lower[step]! + 2 * miss / (1 - coverage);
  });
  return scores.reduce((sum, score) => sum + score) / scores.length;
}
