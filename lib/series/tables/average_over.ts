import type { Measurements } from "./measurements.ts";

/** Options of `averageOver`. */
export interface AverageOverOptions {
  /** How long a stretch of time is, in milliseconds: 3,600,000 for hours, 86,400,000 for days, which begin at midnight UTC. */
  interval: number;
}

/**
 * The mean of each column over hours, days or other stretches of time: fewer points for a chart of years.
 *
 * @param measurements the table
 * @param options the stretch
 * @returns one row for each stretch that has a row, at its beginning; NaN for a column without a value in it
 * @throws {RangeError} when the interval is not above 0
 * @example
 * ```ts
 * import { averageOver } from "unroll/series/mod.ts";
 * const measurements = { times: Float64Array.of(0, 5, 10), columns: { level: Float32Array.of(1, 3, 7) } };
 * averageOver(measurements, { interval: 10 }).columns.level; // 2, 7
 * ```
 */
export function averageOver(
  { times, columns }: Measurements,
  { interval }: AverageOverOptions,
): Measurements {
  if (!(interval > 0)) throw new RangeError(`Cannot average as over more than 0 milliseconds: ${interval}`);
  const begins: number[] = [],
    stretch = Int32Array.from(times, (time) => {
      const begin = Math.floor(time / interval) * interval;
      if (begins.at(-1) !== begin) begins.push(begin);
      return begins.length - 1;
    });
  const means = Object.entries(columns).map(([name, column]) => {
    const sums = new Float64Array(begins.length), counts = new Float64Array(begins.length);
    column.forEach((value, row) => {
      if (!Number.isNaN(value)) sums[stretch[row]!]! += value, counts[stretch[row]!]!++;
    });
    return [name, Float32Array.from(sums, (sum, i) => sum / counts[i]!)] as const;
  });
  return { times: Float64Array.from(begins), columns: Object.fromEntries(means) };
}
