import type { TimeWindows } from "./time_windows.ts";

/** Options of `thinWindows`. */
export interface ThinWindowsOptions {
  /** The most windows to keep. */
  count: number;
}

/**
 * Fewer windows, evenly spread over the same time: neighbours ten minutes apart say nearly the same, so a few thousand judge a model
 * about as well as all.
 *
 * @param windows the windows
 * @param options how many
 * @returns every k-th window, k the smallest that leaves no more than `count`
 * @throws {RangeError} when count is no whole number from 1
 * @example
 * ```ts
 * import { thinWindows, timeWindows } from "unroll/series/mod.ts";
 * const times = Float64Array.from({ length: 100 }, (_, i) => i);
 * const windows = timeWindows({ times, columns: {} }, { lookback: 4, delay: 1 });
 * thinWindows(windows, { count: 50 }).rows; // 4, 6, 8, …
 * ```
 */
export function thinWindows(windows: TimeWindows, { count }: ThinWindowsOptions): TimeWindows {
  if (!(Number.isInteger(count) && count >= 1)) {
    throw new RangeError(`Cannot keep windows as a whole number from 1: ${count}`);
  }
  const every = Math.ceil(windows.rows.length / count);
  return { ...windows, rows: windows.rows.filter((_, i) => i % every === 0) };
}
