import type { SpeechSegment } from "./speech_segment.ts";

/**
 * Segments in order, those that overlap or touch made one: who speaks doesn't matter, only that somebody does.
 *
 * @param segments any segments (s)
 * @returns segments with gaps between them, the earliest first
 * @throws {RangeError} when one doesn't begin at 0 or later, or doesn't end after its beginning
 * @example
 * ```ts
 * import { joinSegments } from "unroll/datasets/mod.ts";
 * joinSegments([{ start: 4, end: 6 }, { start: 1, end: 2 }, { start: 5, end: 7 }]).length; // 2: 1 to 2 s, 4 to 7 s
 * ```
 */
export function joinSegments(segments: Iterable<SpeechSegment>): SpeechSegment[] {
  const joined: SpeechSegment[] = [];
  for (const { start, end } of [...segments].sort((a, b) => a.start - b.start)) {
    if (!(start >= 0 && end > start && end < Infinity)) {
      throw new RangeError(
        `Cannot use a segment as one that ends after its beginning: ${start} s to ${end} s`,
      );
    }
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
