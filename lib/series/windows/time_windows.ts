import { checkRows } from "../tables/_rows.ts";
import { findGaps } from "../tables/find_gaps.ts";
import type { Measurements, RowRange } from "../tables/measurements.ts";

/** Options of `timeWindows`. */
export interface TimeWindowsOptions extends RowRange {
  /** How many rows back the inputs go. */
  lookback: number;
  /** Every how many rows an input is taken; it divides `lookback`. @default 1 */
  step?: number;
  /** How many rows after the forecast's moment its target lies, or several of them in ascending order, from 0. */
  delay: number | readonly number[];
}

/**
 * Windows over a table by index: nothing is copied. The window of row r sees rows r + inputOffsets and foretells rows
 * r + targetOffsets.
 */
export interface TimeWindows {
  /** The row of each window [W]: the moment of its forecast, the first one that is not seen. */
  rows: Int32Array;
  /** Where its inputs lie [T]: -lookback, -lookback + step, …, -step. */
  inputOffsets: Int32Array;
  /** Where its targets lie [K]. */
  targetOffsets: Int32Array;
  /** Windows that were left out because they lie across a gap or touch a missing value. */
  skipped: number;
}

/**
 * Cuts windows as the first edition of Chollet's book does (6.3): row r sees `lookback` rows before it, every `step`-th of them, and
 * foretells the row `delay` later. Porting note: inputs and targets all lie inside of the rows that are asked for, where the book lets the
 * targets of a part reach into the next one; and windows across a gap are left out.
 *
 * @param measurements the table
 * @param options lookback, step, delay, part of the table
 * @returns the windows in order of time
 * @throws {RangeError} when a number is out of range, the windows are longer than the rows, or all lie across gaps
 * @example
 * ```ts
 * import { timeWindows } from "unroll/series/mod.ts";
 * const measurements = { times: Float64Array.of(0, 1, 2, 3, 4), columns: {} };
 * timeWindows(measurements, { lookback: 2, delay: 1 }).rows; // 2, 3
 * ```
 */
export function timeWindows(measurements: Measurements, options: TimeWindowsOptions): TimeWindows {
  const { lookback, step = 1 } = options, delays = [options.delay].flat();
  const { from, to } = checkRows(options, measurements.times.length);
  checkSizes(lookback, step, delays);
  const last = delays.at(-1)!, first = from + lookback, end = to - last;
  if (first >= end) {
    throw new RangeError(
      `Cannot cut windows as ${
        lookback + last + 1
      } rows (${lookback} back, ${last} ahead) out of more: there are ${to - from}`,
    );
  }
  const isWhole = wholeStretches(measurements), rows = new Int32Array(end - first);
  let count = 0;
  for (let row = first; row < end; row++) if (isWhole(row - lookback, row + last)) rows[count++] = row;
  if (count === 0) {
    throw new RangeError(
      `Cannot cut windows as ${
        lookback + last + 1
      } rows in a row: gaps or missing values lie in every one; fill them with fillGaps`,
    );
  }
  return {
    rows: rows.slice(0, count),
    inputOffsets: Int32Array.from({ length: lookback / step }, (_, i) => i * step - lookback),
    targetOffsets: Int32Array.from(delays),
    skipped: rows.length - count,
  };
}

function checkSizes(lookback: number, step: number, delays: readonly number[]): void {
  const fromOne = (value: number): boolean => Number.isInteger(value) && value >= 1;
  if (!fromOne(lookback) || !fromOne(step) || lookback % step !== 0) {
    throw new RangeError(`Cannot look back as by whole steps: ${lookback} rows by steps of ${step}`);
  }
  const fit = delays.every((delay, i) =>
    Number.isInteger(delay) && delay >= 0 && (i === 0 || delay > delays[i - 1]!)
  );
  if (delays.length > 0 && fit) return;
  throw new RangeError(
    `Cannot look ahead as by whole numbers of rows, ascending from 0: ${delays.join(", ")}`,
  );
}

/** Tells whether no gap lies between two rows, both included, and no value is missing in them. */
function wholeStretches({ times, columns }: Measurements): (first: number, last: number) => boolean {
  const missing = new Int32Array(times.length + 1),
    gaps = new Int32Array(times.length + 1),
    all = Object.values(columns);
  const afterGap = new Set(times.length > 1 ? findGaps(times).map(({ row }) => row + 1) : []);
  for (let row = 0; row < times.length; row++) {
    missing[row + 1] = missing[row]! + Number(all.some((column) => Number.isNaN(column[row])));
    gaps[row + 1] = gaps[row]! + Number(afterGap.has(row));
  }
  return (first, last) => missing[last + 1] === missing[first] && gaps[last + 1] === gaps[first + 1];
}
