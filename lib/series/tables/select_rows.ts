import { checkRows } from "./_rows.ts";
import type { Measurements, RowRange } from "./measurements.ts";

/**
 * A stretch of a table.
 *
 * @param measurements the table
 * @param rows which rows
 * @returns the rows; its arrays are views of the table's, not copies
 * @throws {RangeError} when there is no such stretch
 * @example
 * ```ts
 * import { selectRows } from "unroll/series/mod.ts";
 * const measurements = { times: Float64Array.of(0, 1, 2), columns: { level: Float32Array.of(4, 5, 6) } };
 * selectRows(measurements, { from: 1 }).columns.level; // 5, 6
 * ```
 */
export function selectRows(measurements: Measurements, rows: RowRange): Measurements {
  const { from, to } = checkRows(rows, measurements.times.length);
  const columns = Object.entries(measurements.columns)
    .map(([name, column]) => [name, column.subarray(from, to)] as const);
  return { times: measurements.times.subarray(from, to), columns: Object.fromEntries(columns) };
}
