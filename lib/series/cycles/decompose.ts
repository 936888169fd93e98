/** A series taken apart: `values = trend + season + rest`. */
export interface Decomposition {
  /** The mean over a whole period around each value [N]; NaN within half a period of an end or of a missing value. */
  trend: Float32Array;
  /** What comes again each period [N]: the same for values a period apart; its mean over a period is 0. */
  season: Float32Array;
  /** What remains [N]; NaN where the trend is. */
  rest: Float32Array;
}

/** Options of `decompose`. */
export interface DecomposeOptions {
  /** Values of a period: 144 for days of ten-minute values. */
  period: number;
}

/**
 * The classical additive decomposition: the trend is a centred moving mean over one period (with halves at both ends where the period
 * is even), the season the mean of what is left by its place in the period.
 *
 * @param values evenly spaced values [N]; NaN where one is missing
 * @param options the period
 * @returns trend, season and rest
 * @throws {RangeError} when the period is no whole number from 2, or there are fewer than two periods
 * @see https://otexts.com/fpp3/classical-decomposition.html
 * @example
 * ```ts
 * import { decompose } from "unroll/series/mod.ts";
 * const values = Float32Array.from({ length: 100 }, (_, i) => i + (i % 4 === 0 ? 3 : -1));
 * decompose(values, { period: 4 }).season; // 3, -1, -1, -1, 3, …
 * ```
 */
export function decompose(values: ArrayLike<number>, { period }: DecomposeOptions): Decomposition {
  if (!(Number.isInteger(period) && period >= 2 && values.length >= 2 * period)) {
    throw new RangeError(
      `Cannot decompose ${values.length} values as of at least two periods of 2 or more: the period is ${period}`,
    );
  }
  const trend = movingMean(values, period),
    sums = new Float64Array(period),
    counts = new Float64Array(period);
  for (let i = 0; i < values.length; i++) {
    const left = values[i]! - trend[i]!;
    if (!Number.isNaN(left)) sums[i % period]! += left, counts[i % period]!++;
  }
  const means = sums.map((sum, place) => counts[place]! > 0 ? sum / counts[place]! : 0);
  const middle = means.reduce((sum, mean) => sum + mean) / period;
  const season = Float32Array.from(trend, (_, i) => means[i % period]! - middle);
  return { trend, season, rest: Float32Array.from(trend, (level, i) => values[i]! - level - season[i]!) };
}

function movingMean(values: ArrayLike<number>, period: number): Float32Array {
  const half = period >> 1, even = period % 2 === 0, mean = new Float32Array(values.length).fill(NaN);
  const sums = new Float64Array(values.length + 1), missing = new Int32Array(values.length + 1);
  for (let i = 0; i < values.length; i++) {
    const there = !Number.isNaN(values[i]!);
    sums[i + 1] = sums[i]! + (there ? values[i]! : 0);
    missing[i + 1] = missing[i]! + Number(!there);
  }
  for (let i = half; i + half < values.length; i++) {
    const from = i - half, to = i + half + 1;
    if (missing[to] !== missing[from]) continue;
    const ends = even ? (values[from]! + values[to - 1]!) / 2 : 0;
    mean[i] = (sums[to]! - sums[from]! - ends) / period;
  }
  return mean;
}
