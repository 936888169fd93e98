/** Options of `autocorrelation`. */
export interface AutocorrelationOptions {
  /** The longest lag, in values. */
  lags: number;
}

/**
 * How like a series is to itself some values later: `r[k] = Σ (x[i] - m)(x[i + k] - m) / Σ (x[i] - m)²`, m the mean. Missing values
 * are left out of the sums.
 *
 * @param values evenly spaced values [N]; NaN where one is missing
 * @param options the longest lag
 * @returns r[0] = 1 to r[lags]
 * @throws {RangeError} when lags is no whole number from 1 to N - 1, or the values are all alike or missing
 * @see Box, Jenkins, Reinsel, Time Series Analysis, 2.1
 * @example
 * ```ts
 * import { autocorrelation } from "unroll/series/mod.ts";
 * autocorrelation([1, -1, 1, -1, 1, -1], { lags: 2 }); // 1, -5/6, 4/6
 * ```
 */
export function autocorrelation(values: ArrayLike<number>, { lags }: AutocorrelationOptions): Float64Array {
  if (!(Number.isInteger(lags) && lags >= 1 && lags < values.length)) {
    throw new RangeError(`Cannot look for lags as a whole number from 1 to ${values.length - 1}: ${lags}`);
  }
  const off = centred(values), squares = off.reduce((sum, value) => sum + value * value, 0);
  if (!(squares > 0)) {
    throw new RangeError("Cannot correlate values as ones that differ: all are alike or missing");
  }
  return Float64Array.from({ length: lags + 1 }, (_, lag) => {
    let sum = 0;
    for (let i = 0; i + lag < off.length; i++) sum += off[i]! * off[i + lag]!;
    return sum / squares;
  });
}

/** The values without their mean; 0 for a missing one. */
function centred(values: ArrayLike<number>): Float64Array {
  const off = Float64Array.from(values), there = off.filter((value) => !Number.isNaN(value));
  const mean = there.reduce((sum, value) => sum + value, 0) / there.length;
  return off.map((value) => Number.isNaN(value) ? 0 : value - mean);
}
