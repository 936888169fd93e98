import { samplingInterval } from "./sampling_interval.ts";

/** Moments that lack: between two rows that should be neighbours. */
export interface Gap {
  /** The row before the gap. */
  row: number;
  /** The time of that row, in milliseconds. */
  after: number;
  /** The time of the next row. */
  before: number;
  /** How many rows lack at the usual interval. */
  missing: number;
}

/**
 * Where measurements lack: neighbours that are more than one and a half usual intervals apart.
 *
 * @param times ascending moments in milliseconds [N]
 * @returns the gaps, in order of time
 * @throws {RangeError} when there are fewer than two moments
 * @example
 * ```ts
 * import { findGaps } from "unroll/series/mod.ts";
 * findGaps(Float64Array.of(0, 10, 20, 50, 60)); // one, after 20: 2 rows lack
 * ```
 */
export function findGaps(times: Float64Array): Gap[] {
  const interval = samplingInterval(times), gaps: Gap[] = [];
  for (let row = 0; row + 1 < times.length; row++) {
    const after = times[row]!, before = times[row + 1]!;
    if (before - after <= 1.5 * interval) continue;
    gaps.push({ row, after, before, missing: Math.round((before - after) / interval) - 1 });
  }
  return gaps;
}
