import type { TimeWindows } from "../windows/time_windows.ts";

/** Options of `seasonalNaive`. */
export interface SeasonalNaiveOptions {
  /** After how many rows the series is taken to come again: 144 for ten-minute values of a day, 1 for "it stays as it is". */
  period: number;
}

/**
 * The common-sense forecast: as it was a period before, or as many whole periods before as it takes to be known at the window's row.
 *
 * @param values one column of the table [N]
 * @param windows the windows
 * @param options the period
 * @returns `values[row + targetOffset - n * period]` with the smallest n from 1 that goes no further than the row, window after window [W * K]
 * @throws {RangeError} when the period is no whole number from 1, or the first window has no value that long before
 * @see https://otexts.com/fpp3/simple-methods.html
 * @example
 * ```ts
 * import { seasonalNaive, timeWindows } from "unroll/series/mod.ts";
 * const level = Float32Array.of(5, 6, 7, 8, 9), times = Float64Array.of(0, 1, 2, 3, 4);
 * seasonalNaive(level, timeWindows({ times, columns: { level } }, { lookback: 2, delay: 1 }), { period: 2 }); // 6, 7
 * ```
 */
export function seasonalNaive(
  values: Float32Array,
  { rows, targetOffsets }: TimeWindows,
  { period }: SeasonalNaiveOptions,
): Float32Array {
  const back = targetOffsets.map((offset) => offset - period * Math.max(1, Math.ceil(offset / period)));
  if (!(Number.isInteger(period) && period >= 1) || (rows[0] ?? 0) + Math.min(...back) < 0) {
    throw new RangeError(
      `Cannot repeat a period as of whole rows that are there before row ${rows[0]}: ${period}`,
    );
  }
  const forecast = new Float32Array(rows.length * back.length);
  rows.forEach((row, i) =>
    back.forEach((offset, k) => forecast[i * back.length + k] = values[row + offset]!)
  );
  return forecast;
}
