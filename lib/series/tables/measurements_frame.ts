import type { DataFrame } from "danfojs-node"; // tables for people, as the studies use pandas; MIT; loaded only when asked for
import { dateLabels } from "./date_labels.ts";
import { selectRows } from "./select_rows.ts";
import type { Measurements, RowRange } from "./measurements.ts";

/**
 * Some rows as a danfo DataFrame, for people: its index is the time in UTC, the date alone where every row begins a day. Work on many rows stays on the typed columns.
 *
 * @param measurements the table
 * @param rows which rows
 * @returns the frame [rows, columns]; missing values are NaN
 * @throws {RangeError} when there are no such rows
 * @example
 * ```ts
 * import { measurementsFrame } from "unroll/series/mod.ts";
 * const measurements = { times: Float64Array.of(0, 600_000), columns: { "T (degC)": Float32Array.of(4, 5) } };
 * (await measurementsFrame(measurements, { to: 2 })).index; // ["1970-01-01 00:00", "1970-01-01 00:10"]
 * ```
 */
export async function measurementsFrame(measurements: Measurements, rows: RowRange = {}): Promise<DataFrame> {
  const { times, columns } = selectRows(measurements, rows);
  const { DataFrame } = await import("danfojs-node");
  const data = Object.entries(columns).map(([name, column]) => [name, Array.from(column, sixDigits)]);
  const to = times.every((time) => time % 86_400_000 === 0) ? "day" : "minute";
  return new DataFrame(Object.fromEntries(data), { index: dateLabels(times, { to }) });
}

/** 4.099999904632568 is 4.1 in single precision. */
function sixDigits(value: number): number {
  return Number(value.toPrecision(6));
}
