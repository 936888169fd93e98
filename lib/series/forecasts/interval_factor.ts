import type { EnsembleForecast } from "./ensemble_forecast.ts";

/** A forecast of the past, with what came. */
export interface JudgedForecast {
  /** What came [K]. */
  truth: ArrayLike<number>;
  /** What was foretold [K]. */
  forecast: EnsembleForecast;
}

/** Options of `intervalFactor`. */
export interface IntervalFactorOptions {
  /** The share of the truth that the interval shall hold, between 0 and 1. */
  coverage: number;
}

/**
 * Calibrates intervals on past forecasts: how many deviations around the mean would have held that share of what came. Where
 * members of an ensemble agree with each other more than with the truth it is far more than the normal distribution's.
 *
 * @param past forecasts with what came
 * @param options the share
 * @returns the `coverage` quantile of `|truth - mean| / deviation` over all steps of all forecasts (the ceil(coverage * n)-th smallest)
 * @throws {RangeError} when the share is not between 0 and 1, there is no step, or a deviation is 0
 * @see split conformal prediction, Lei et al. 2018, https://arxiv.org/abs/1604.04173
 * @example
 * ```ts
 * import { intervalFactor } from "unroll/series/mod.ts";
 * const forecast = { mean: Float32Array.of(0, 0), deviation: Float32Array.of(1, 2) };
 * intervalFactor([{ truth: [3, -4], forecast }], { coverage: 0.5 }); // 2
 * ```
 */
export function intervalFactor(
  past: readonly JudgedForecast[],
  { coverage }: IntervalFactorOptions,
): number {
  const scores = past.flatMap(({ truth, forecast: { mean, deviation } }) =>
    Array.from(truth, (value, step) => Math.abs(value - mean[step]!) / deviation[step]!)
  ).sort((a, b) => a - b);
  if (!(coverage > 0 && coverage < 1) || scores.length === 0 || !scores.every(Number.isFinite)) {
    throw new RangeError(
      `Cannot calibrate as a share between 0 and 1 of forecasts that differ: ${coverage} of ${scores.length} steps`,
    );
  }
  return scores[Math.ceil(coverage * scores.length * (1 - 1e-12)) - 1]!; // 0.55 * 20 is 11.000000000000002
}
