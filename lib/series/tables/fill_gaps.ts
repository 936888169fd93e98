import { findGaps, type Gap } from "./find_gaps.ts";
import type { Measurements } from "./measurements.ts";

/** Options of `fillGaps`. */
export interface FillGapsOptions {
  /** The longest run of missing rows or values that is filled; longer ones stay. */
  longest: number;
}

/** A table with its short gaps filled, and what was done. */
export interface FilledMeasurements {
  /** The table with rows added. */
  measurements: Measurements;
  /** Rows that were added. */
  addedRows: number;
  /** Missing values of the file's own rows that were filled. */
  filledValues: number;
  /** Missing values that stay: in longer runs, or at an end. */
  missingValues: number;
  /** Gaps that stay; rows count in the new table. */
  gaps: Gap[];
}

/**
 * Fills short gaps by straight lines between the values around them: rows that lack, and values that are missing. Longer gaps stay as
 * they are; `timeWindows` leaves out what lies across one. Directions in degrees are filled like other numbers.
 *
 * @param measurements the table
 * @param options the longest gap to fill
 * @returns the table with rows added, and counts
 * @throws {RangeError} when there are fewer than two rows, or `longest` is no whole number from 0
 * @example
 * ```ts
 * import { fillGaps } from "unroll/series/mod.ts";
 * const measurements = { times: Float64Array.of(0, 10, 30), columns: { level: Float32Array.of(4, 5, 7) } };
 * fillGaps(measurements, { longest: 3 }).measurements.columns.level; // 4, 5, 6, 7
 * ```
 */
export function fillGaps(measurements: Measurements, { longest }: FillGapsOptions): FilledMeasurements {
  if (!(Number.isInteger(longest) && longest >= 0)) {
    throw new RangeError(`Cannot fill gaps as up to a whole number of rows: ${longest}`);
  }
  const short = findGaps(measurements.times).filter(({ missing }) => missing <= longest);
  const addedRows = short.reduce((sum, { missing }) => sum + missing, 0);
  const times = withTimes(measurements.times, short, addedRows);
  const gaps = findGaps(times), ends = [0, ...gaps.map(({ row }) => row + 1), times.length];
  let filled = 0, missingValues = 0;
  const columns = Object.entries(measurements.columns).map(([name, column]) => {
    const values = withRows(column, short, addedRows);
    for (let i = 0; i + 1 < ends.length; i++) {
      filled += fillRuns(values.subarray(ends[i], ends[i + 1]), longest);
    }
    missingValues += values.reduce((sum, value) => sum + Number(Number.isNaN(value)), 0);
    return [name, values] as const;
  });
  const filledValues = filled - addedRows * columns.length;
  return {
    measurements: { times, columns: Object.fromEntries(columns) },
    addedRows,
    filledValues,
    missingValues,
    gaps,
  };
}

/** The times with evenly spaced ones in the gaps. */
function withTimes(times: Float64Array, gaps: readonly Gap[], added: number): Float64Array {
  const all = new Float64Array(times.length + added);
  let from = 0, at = 0;
  for (const { row, after, before, missing } of gaps) {
    all.set(times.subarray(from, row + 1), at);
    at += row + 1 - from;
    for (let i = 1; i <= missing; i++) all[at++] = after + (before - after) * i / (missing + 1);
    from = row + 1;
  }
  all.set(times.subarray(from), at);
  return all;
}

/** The values with missing ones in the gaps. */
function withRows(values: Float32Array, gaps: readonly Gap[], added: number): Float32Array {
  const all = new Float32Array(values.length + added).fill(NaN);
  let from = 0, at = 0;
  for (const { row, missing } of gaps) {
    all.set(values.subarray(from, row + 1), at);
    at += row + 1 - from + missing;
    from = row + 1;
  }
  all.set(values.subarray(from), at);
  return all;
}

/** Fills runs of missing values that have a value on both sides, in place; returns how many values it filled. */
function fillRuns(values: Float32Array, longest: number): number {
  let last = -1, filled = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue;
    const run = i - last - 1;
    if (last >= 0 && run > 0 && run <= longest) {
      const step = (values[i]! - values[last]!) / (run + 1);
      for (let j = 1; j <= run; j++) values[last + j] = values[last]! + j * step;
      filled += run;
    }
    last = i;
  }
  return filled;
}
