import type { Measurements } from "./measurements.ts";

/**
 * One column of measurements by its name.
 *
 * @param measurements the table
 * @param name the column's name, with its unit
 * @returns its values [N], not a copy; NaN where one is missing
 * @throws {RangeError} when the table has no such column
 * @example
 * ```ts
 * import { columnOf } from "unroll/series/mod.ts";
 * const measurements = { times: Float64Array.of(0, 600_000), columns: { "T (degC)": Float32Array.of(4, 5) } };
 * columnOf(measurements, "T (degC)")[1]; // 5
 * ```
 */
export function columnOf({ columns }: Measurements, name: string): Float32Array {
  const column = columns[name];
  if (column !== undefined) return column;
  throw new RangeError(
    `Cannot find the column ${JSON.stringify(name)} as one of the table's: it has ${
      Object.keys(columns).map((one) => JSON.stringify(one)).join(", ")
    }`,
  );
}
