import { findGaps } from "./find_gaps.ts";
import type { RowRange } from "./measurements.ts";

/**
 * The stretches of a table without gaps: a line through a gap of years would say what nobody measured.
 *
 * @param times ascending moments in milliseconds [N]
 * @returns the rows of each stretch, in order
 * @throws {RangeError} when there are fewer than two moments
 * @example
 * ```ts
 * import { continuousParts } from "unroll/series/mod.ts";
 * continuousParts(Float64Array.of(0, 10, 20, 500, 510)); // [{ from: 0, to: 3 }, { from: 3, to: 5 }]
 * ```
 */
export function continuousParts(times: Float64Array): Required<RowRange>[] {
  const starts = [0, ...findGaps(times).map(({ row }) => row + 1)];
  return starts.map((from, i) => ({ from, to: starts[i + 1] ?? times.length }));
}
