import type { EnsembleForecast } from "./ensemble_forecast.ts";

/** Where a value is expected to lie, step by step [K]. */
export interface PredictionInterval {
  lower: Float32Array;
  upper: Float32Array;
}

/** Options of `predictionInterval`. */
export interface PredictionIntervalOptions {
  /** How many deviations to both sides: 1.2816 hold 80 % of a normal distribution, and `intervalFactor` finds what holds of the past. */
  factor: number;
  /** No value can be below: 0 for counts. @default none */
  lowest?: number;
}

/**
 * The interval around an ensemble's mean: `mean ± factor * deviation`.
 *
 * @param forecast mean and deviation [K]
 * @param options how wide, and a lower limit
 * @returns lower and upper ends [K]
 * @throws {RangeError} when the factor is below 0
 * @example
 * ```ts
 * import { predictionInterval } from "unroll/series/mod.ts";
 * predictionInterval({ mean: Float32Array.of(5), deviation: Float32Array.of(3) }, { factor: 2, lowest: 0 }); // 0 to 11
 * ```
 */
export function predictionInterval(
  { mean, deviation }: EnsembleForecast,
  { factor, lowest = -Infinity }: PredictionIntervalOptions,
): PredictionInterval {
  if (!(factor >= 0)) throw new RangeError(`Cannot make an interval as 0 or more deviations: ${factor}`);
  return {
    lower: mean.map((value, step) => Math.max(lowest, value - factor * deviation[step]!)),
    upper: mean.map((value, step) => Math.max(lowest, value + factor * deviation[step]!)),
  };
}
