import { assertShape } from "../../core/mod.ts";
import { checkRows } from "../tables/_rows.ts";
import { columnOf } from "../tables/column_of.ts";
import type { Measurements, RowRange } from "../tables/measurements.ts";

/** Columns brought to mean 0 and deviation 1, and back. */
export interface Scaling {
  /** The columns, in their order. */
  readonly names: readonly string[];
  /** The mean of each column over the rows that were fitted on, in its unit. */
  readonly mean: Readonly<Record<string, number>>;
  /** The standard deviation of each, in its unit. */
  readonly deviation: Readonly<Record<string, number>>;
  /** Scales a table: row after row [N, F], columns in the order of `names`. */
  apply(measurements: Measurements): { values: Float32Array; shape: [number, number] };
  /** Scaled values of one column in their unit again: `value * deviation + mean`. */
  invert(values: ArrayLike<number>, name: string): Float32Array;
}

/**
 * Learns how to scale columns from some of a table's rows: those of the training part, so that nothing of what comes after is known.
 * Missing values don't count.
 *
 * @param measurements the table
 * @param rows the training part
 * @returns the scaling of all columns
 * @throws {RangeError} when a column is constant over these rows, has no value there, or the rows are not of the table
 * @throws {TypeError} when a table that is scaled lacks rows for its columns
 * @example
 * ```ts
 * import { fitScaling } from "unroll/series/mod.ts";
 * const measurements = { times: Float64Array.of(0, 1, 2, 3), columns: { level: Float32Array.of(2, 4, 60, 70) } };
 * const scaling = fitScaling(measurements, { to: 2 });
 * scaling.apply(measurements).values; // -1, 1, 57, 67
 * ```
 */
export function fitScaling(measurements: Measurements, rows: RowRange): Scaling {
  const { from, to } = checkRows(rows, measurements.times.length), names = Object.keys(measurements.columns);
  const moments = names.map((name) => momentsOf(columnOf(measurements, name).subarray(from, to), name));
  const mean = Object.fromEntries(names.map((name, i) => [name, moments[i]!.mean]));
  const deviation = Object.fromEntries(names.map((name, i) => [name, moments[i]!.deviation]));
  return {
    names,
    mean,
    deviation,
    apply: (table) => {
      const values = new Float32Array(table.times.length * names.length);
      names.forEach((name, i) => {
        const column = columnOf(table, name), { mean, deviation } = moments[i]!;
        assertShape([column.length], [table.times.length], `column ${name}`);
        for (let row = 0; row < column.length; row++) {
          values[row * names.length + i] = (column[row]! - mean) / deviation;
        }
      });
      return { values, shape: [table.times.length, names.length] };
    },
    invert: (values, name) => {
      const at = names.indexOf(name);
      if (at < 0) {
        throw new RangeError(`Cannot take back the scaling of ${name} as of one of ${names.join(", ")}`);
      }
      const { mean, deviation } = moments[at]!;
      return Float32Array.from(values, (value) => value * deviation + mean);
    },
  };
}

/** Mean and deviation (by the number of values, as NumPy's) of the values that are there. */
function momentsOf(values: Float32Array, name: string): { mean: number; deviation: number } {
  let count = 0, sum = 0, squares = 0;
  for (const value of values) if (!Number.isNaN(value)) count++, sum += value;
  if (count === 0) {
    throw new RangeError(`Cannot scale ${name} as to deviation 1: it has no value in the rows to fit on`);
  }
  const mean = sum / count;
  for (const value of values) if (!Number.isNaN(value)) squares += (value - mean) ** 2;
  if (values.every((value) => value === values[0] || Number.isNaN(value)) || squares === 0) {
    throw new RangeError(
      `Cannot scale ${name} as to deviation 1: it is ${mean} in all of the rows to fit on; leave the column out`,
    );
  }
  return { mean, deviation: Math.sqrt(squares / count) };
}
