import type { Segment } from "./segment.ts";

/** Options of {@linkcode joinSegments}. */
export interface JoinSegmentsOptions {
  /** None may begin before (s); -Infinity where time has no beginning. @default 0 */
  earliest?: number;
}

/**
 * Segments in order, those that overlap or touch made one: who speaks doesn't matter, only that somebody does.
 *
 * @param segments any segments (s)
 * @param options from when on
 * @returns segments with gaps between them, the earliest first
 * @throws {RangeError} when one begins before `earliest`, or doesn't end after its beginning
 * @example
 * ```ts
 * import { joinSegments } from "unroll/core/mod.ts";
 * joinSegments([{ start: 4, end: 6 }, { start: 1, end: 2 }, { start: 5, end: 7 }]).length; // 2: 1 to 2 s, 4 to 7 s
 * ```
 */
export function joinSegments(
  segments: Iterable<Segment>,
  { earliest = 0 }: JoinSegmentsOptions = {},
): Segment[] {
  const joined: Segment[] = [];
  for (const { start, end } of [...segments].sort((a, b) => a.start - b.start)) {
    if (!(start >= earliest && start > -Infinity && end > start && end < Infinity)) {
      throw new RangeError(
        `Cannot use a segment as one${
          earliest > -Infinity ? ` from ${earliest} s on` : ""
        } that ends after its ` +
          `beginning: ${start} s to ${end} s`,
      );
    }
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
