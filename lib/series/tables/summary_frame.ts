import type { DataFrame } from "danfojs-node"; // tables for people; MIT; loaded only when asked for
import type { Measurements } from "./measurements.ts";

/**
 * What pandas's `describe` says of each column, under its names, as a danfo DataFrame: mean, deviation (by the count - 1), extremes,
 * quartiles (between two values on a straight line); and how many values are missing, in place of how many there are. Computed on the typed columns, so a million values are no trouble.
 *
 * @param measurements the table
 * @returns the frame: one row a column, whose name is the index
 * @throws {RangeError} when a column has no value
 * @example
 * ```ts
 * import { summaryFrame } from "unroll/series/mod.ts";
 * const measurements = { times: Float64Array.of(0, 1, 2), columns: { level: Float32Array.of(1, 2, 3) } };
 * (await summaryFrame(measurements)).columns; // ["mean", "std", "min", "25%", "50%", "75%", "max", "missing"]
 * ```
 */
export async function summaryFrame({ columns }: Measurements): Promise<DataFrame> {
  const { DataFrame } = await import("danfojs-node");
  const rows = Object.entries(columns).map(([name, column]) => facts(column, name));
  return new DataFrame(rows, { index: Object.keys(columns) });
}

function facts(column: Float32Array, name: string): Record<string, number> {
  const sorted = column.filter((value) => !Number.isNaN(value)).sort(), count = sorted.length;
  if (count === 0) throw new RangeError(`Cannot describe ${name} as some values: all are missing`);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / count;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const at = (share: number): number => {
    const place = share * (count - 1), below = Math.floor(place), next = sorted[Math.ceil(place)]!;
    return sorted[below]! + (place - below) * (next - sorted[below]!);
  };
  const all = {
    mean,
    std: Math.sqrt(squares / (count - 1)),
    min: at(0),
    "25%": at(0.25),
    "50%": at(0.5),
    "75%": at(0.75),
    max: at(1),
    missing: column.length - count,
  };
  return Object.fromEntries(Object.entries(all).map(([what, value]) => [what, Number(value.toPrecision(5))]));
}
