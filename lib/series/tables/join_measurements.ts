import { columnOf } from "./column_of.ts";
import type { Measurements } from "./measurements.ts";

/**
 * One table of several that follow each other in time, such as years of one station. The time between them stays a gap.
 *
 * @param parts the tables, the earliest first
 * @param names the columns to keep; each table must have them
 * @returns the table
 * @throws {RangeError} when there is no table, a table lacks a column, or begins before the one before it ends
 * @example
 * ```ts
 * import { joinMeasurements } from "unroll/series/mod.ts";
 * const year = (start: number) => ({ times: Float64Array.of(start, start + 1), columns: { level: Float32Array.of(4, 5) } });
 * joinMeasurements([year(0), year(100)], ["level"]).times.length; // 4
 * ```
 */
export function joinMeasurements(parts: readonly Measurements[], names: readonly string[]): Measurements {
  if (parts.length === 0) {
    throw new RangeError("Cannot join measurements as of at least one table: there is none");
  }
  const early = parts.findIndex(({ times }, i) => i > 0 && times[0]! <= parts[i - 1]!.times.at(-1)!);
  if (early > 0) {
    throw new RangeError(
      `Cannot join measurements as one after the other: table ${early + 1} begins at ${
        new Date(parts[early]!.times[0]!).toISOString()
      }, before the end of the one before it`,
    );
  }
  const length = parts.reduce((sum, { times }) => sum + times.length, 0);
  const columns = names.map((
    name,
  ) => [name, joined(new Float32Array(length), parts.map((part) => columnOf(part, name)))]);
  return {
    times: joined(new Float64Array(length), parts.map(({ times }) => times)),
    columns: Object.fromEntries(columns),
  };
}

function joined<T extends Float32Array | Float64Array>(whole: T, parts: readonly T[]): T {
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
