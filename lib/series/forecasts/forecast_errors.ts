/** How far forecasts are from the truth, in the values' unit. */
export interface ForecastErrors {
  /** Mean absolute error. */
  mae: number;
  /** Root of the mean squared error. */
  rmse: number;
  /** Mean of forecast - truth: above 0 where forecasts are too high. */
  bias: number;
  /** Mean absolute error by step of the horizon [K]. */
  maeByStep: Float64Array;
}

/** Options of `forecastErrors`. */
export interface ForecastErrorsOptions {
  /** Steps that each forecast has (K). @default 1 */
  steps?: number;
}

/**
 * Measures forecasts.
 *
 * @param truth what came [W * K], window after window
 * @param forecast what was foretold, in the same order
 * @param options steps of the horizon
 * @returns the errors over all, and by step
 * @throws {TypeError} when the lengths differ or aren't whole windows
 * @example
 * ```ts
 * import { forecastErrors } from "unroll/series/mod.ts";
 * forecastErrors([1, 2, 3, 4], [1, 3, 3, 7], { steps: 2 }).maeByStep; // 0, 2
 * ```
 */
export function forecastErrors(
  truth: ArrayLike<number>,
  forecast: ArrayLike<number>,
  { steps = 1 }: ForecastErrorsOptions = {},
): ForecastErrors {
  const count = truth.length, windows = count / steps;
  if (count !== forecast.length || !(Number.isInteger(windows) && windows >= 1)) {
    throw new TypeError(
      `Cannot compare forecasts as windows of ${steps} steps: ${count} true values, ${forecast.length} foretold`,
    );
  }
  let sum = 0, squares = 0;
  const maeByStep = new Float64Array(steps);
  for (let i = 0; i < count; i++) {
    const off = forecast[i]! - truth[i]!;
    sum += off, squares += off * off;
    maeByStep[i % steps]! += Math.abs(off) / windows;
  }
  const mae = maeByStep.reduce((total, one) => total + one, 0) / steps;
  return { mae, rmse: Math.sqrt(squares / count), bias: sum / count, maeByStep };
}
