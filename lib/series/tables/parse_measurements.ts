import { header } from "./_header.ts";
import { inOrder } from "./_in_order.ts";
import { readRows } from "./_read_rows.ts";
import { findGaps, type Gap } from "./find_gaps.ts";
import type { Measurements } from "./measurements.ts";

/** Options of `parseMeasurements`. */
export interface ParseMeasurementsOptions {
  /**
   * The column of times, or those of year, month and day. A time is yyyy-mm(-dd)( HH:MM(:SS(.sss))) or dd.mm.yyyy HH:MM:SS, in UTC where no
   * offset such as +01:00 follows. @default the first column
   */
  time?: string | readonly string[];
  /** The columns to keep; each must be there. @default all but the time */
  columns?: readonly string[];
  /** Names of the columns, for a file without a first line of names. @default the first line's */
  names?: readonly string[];
  /** What stands between two fields. @default ";", a tab or ",", whichever the first line has most of */
  separator?: "," | ";" | "\t";
  /** What stands before the decimals. @default "." */
  decimal?: "." | ",";
  /** Numbers and words that mark a missing value. @default [-9999, "", "NA", "NaN", "nan", "null", "-"] */
  missing?: readonly (number | string)[];
}

/** What parsing found out. */
export interface MeasurementsReport {
  /** Rows of the file. */
  rows: number;
  /** Rows that stood before an earlier one; they are sorted. */
  unsorted: number;
  /** Rows whose time an earlier row has; they are left out. */
  repeated: number;
  /** Missing values by column, of the rows that are kept. */
  missing: Readonly<Record<string, number>>;
  /** Times that lack between two rows. */
  gaps: readonly Gap[];
  /** How the line of names was read. */
  encoding: "utf-8" | "latin-1";
}

/** Measurements and what parsing found out. */
export interface ParsedMeasurements {
  /** The table, in order of time, no time twice. */
  measurements: Measurements;
  /** What was in the file. */
  report: MeasurementsReport;
}

/**
 * Reads a CSV file of measurements into typed columns: a line of names, then one line for each moment. Times are UTC. The names may be
 * UTF-8 or latin-1; a separator within quotation marks separates nothing. Values that are marked as missing become NaN; unsorted rows are sorted, of rows with one time the first is kept, and
 * both are counted, as are times that lack. Everything else that is no number is an error with its line.
 *
 * @param bytes the file
 * @param options columns, separator, decimal sign, marks of missing values
 * @returns the table and a report
 * @throws {SyntaxError} when a line has another number of fields, or a field is no number or time
 * @throws {RangeError} when a column that is asked for is not there or there twice, there are no rows, or separator and decimal sign are the same in a file without quotation marks
 * @example
 * ```ts
 * import { parseMeasurements } from "unroll/series/mod.ts";
 * const file = new TextEncoder().encode("Date Time,T (degC)\n01.01.2009 00:10:00,-8.02\n01.01.2009 00:20:00,-9999\n");
 * parseMeasurements(file).report.missing; // { "T (degC)": 1 }
 * ```
 */
export function parseMeasurements(
  bytes: Uint8Array,
  options: ParseMeasurementsOptions = {},
): ParsedMeasurements {
  const head = header(bytes, options);
  const { times, values, rows } = readRows(bytes, head);
  const { kept, unsorted, repeated } = inOrder(times);
  const columns = Object.fromEntries(head.columns.map(({ name }, i) => [name, taken(values[i]!, kept)]));
  const ordered = kept ? Float64Array.from(kept, (row) => times[row]!) : times;
  const report = {
    rows,
    unsorted,
    repeated,
    missing: missingOf(columns),
    gaps: ordered.length > 1 ? findGaps(ordered) : [],
    encoding: head.encoding,
  };
  return { measurements: { times: ordered, columns }, report };
}

function taken(column: Float32Array, rows: Int32Array | null): Float32Array {
  return rows ? Float32Array.from(rows, (row) => column[row]!) : column;
}

function missingOf(columns: Record<string, Float32Array>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      column.reduce((count, value) => count + Number(Number.isNaN(value)), 0),
    ]),
  );
}
