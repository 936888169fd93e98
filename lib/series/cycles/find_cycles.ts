/** One cycle of a series, from minimum to minimum. */
export interface Cycle {
  /** The row of its lowest value, with which it begins. */
  start: number;
  /** The row of its highest value. */
  peak: number;
  /** The row with which the next one begins; null where the series ends before. */
  end: number | null;
}

/** Options of `findCycles`. */
export interface FindCyclesOptions {
  /** How many rows on both sides of a minimum hold nothing lower: more than any dip within a cycle, less than a cycle. */
  apart: number;
}

/**
 * Cuts a smooth series at its minima. A minimum is a value between others that no value up to `apart` rows before or after is below; of
 * equal ones the first. What lies before the first minimum belongs to no cycle.
 *
 * @param values evenly spaced values [N], smoothed; NaN where one is missing
 * @param options how far apart minima are
 * @returns the cycles in order of time; the last one is the one that isn't over
 * @throws {RangeError} when apart is no whole number from 1
 * @example
 * ```ts
 * import { findCycles } from "unroll/series/mod.ts";
 * findCycles([3, 1, 4, 9, 2, 0, 5, 7], { apart: 2 }); // { start: 1, peak: 3, end: 5 }, { start: 5, peak: 7, end: null }
 * ```
 */
export function findCycles(values: ArrayLike<number>, { apart }: FindCyclesOptions): Cycle[] {
  if (!(Number.isInteger(apart) && apart >= 1)) {
    throw new RangeError(`Cannot cut cycles as minima a whole number of rows apart, from 1: ${apart}`);
  }
  const level = Float64Array.from(values), starts: number[] = [];
  level.forEach((_, row) => isMinimum(level, row, apart) && starts.push(row));
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? null;
    let peak = start;
    for (let row = start; row < (end ?? level.length); row++) if (level[row]! > level[peak]!) peak = row;
    return { start, peak, end };
  });
}

function isMinimum(level: Float64Array, row: number, apart: number): boolean {
  const value = level[row]!, before = level.subarray(Math.max(0, row - apart), row);
  const after = level.subarray(row + 1, row + 1 + apart),
    isThere = (one: number): boolean => !Number.isNaN(one);
  if (!isThere(value) || !before.some(isThere) || !after.some(isThere)) return false;
  return before.every((one) => !(one <= value)) && after.every((one) => !(one < value));
}
