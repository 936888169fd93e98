/** Options of `periodogram`. */
export interface PeriodogramOptions {
  /** The periods to look for, in values: any numbers from 2. */
  periods: readonly number[];
}

/**
 * Which periods a series has: for each one the share of the variance that a sine and cosine of that period, fitted by least squares,
 * explain. On whole fractions of the length it is the classical periodogram (a spectrum over the variance); unlike an FFT
 * it takes any period and leaves out missing values (Lomb 1976).
 *
 * @param values evenly spaced values [N]; NaN where one is missing
 * @param options the periods
 * @returns a share from 0 to 1 for each period
 * @throws {RangeError} when a period is below 2, or fewer than four values that differ are there
 * @see https://doi.org/10.1007/BF00648343
 * @example
 * ```ts
 * import { periodogram } from "unroll/series/mod.ts";
 * const wave = Float32Array.from({ length: 120 }, (_, i) => Math.sin(2 * Math.PI * i / 12));
 * periodogram(wave, { periods: [6, 12, 24] }); // about 0, 1, 0
 * ```
 */
export function periodogram(values: ArrayLike<number>, { periods }: PeriodogramOptions): Float64Array {
  const short = periods.find((period) => !(period >= 2));
  if (short !== undefined) {
    throw new RangeError(`Cannot look for periods as of at least two values: ${short}`);
  }
  const places: number[] = [], there: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (!Number.isNaN(values[i]!)) places.push(i), there.push(values[i]!);
  }
  const mean = there.reduce((sum, value) => sum + value, 0) / there.length;
  const off = Float64Array.from(there, (value) => value - mean),
    variance = off.reduce((sum, value) => sum + value * value, 0);
  if (there.length < 4 || variance === 0) {
    throw new RangeError(
      `Cannot look for periods in as at least four values that differ: ${there.length} are there`,
    );
  }
  return Float64Array.from(periods, (period) => explained(off, places, 2 * Math.PI / period) / variance);
}

/** The sum of squares that `a cos(w i) + b sin(w i)` takes away: the normal equations of two unknowns. */
function explained(off: Float64Array, places: readonly number[], w: number): number {
  let cc = 0, ss = 0, cs = 0, yc = 0, ys = 0;
  for (let i = 0; i < off.length; i++) {
    const c = Math.cos(w * places[i]!), s = Math.sin(w * places[i]!), y = off[i]!;
    cc += c * c, ss += s * s, cs += c * s, yc += y * c, ys += y * s;
  }
  const determinant = cc * ss - cs * cs;
  if (determinant < 1e-9 * cc * cc) return cc > ss ? yc * yc / cc : ys * ys / ss; // period 2: the sine is 0 throughout
  return (yc * yc * ss - 2 * yc * ys * cs + ys * ys * cc) / determinant;
}
