import { joinSegments, type Segment } from "../core/mod.ts";

/** In order and without overlaps: what `joined` gives. */
type Joined = readonly Segment[];

/** Segments in order, those that overlap or touch made one; a recording's clock may begin anywhere. */
export function joined(segments: Iterable<Segment>): Segment[] {
  return joinSegments(segments, { earliest: -Infinity });
}

/** What lies in both. */
export function intersection(a: Joined, b: Joined): Segment[] {
  const out: Segment[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const start = Math.max(a[i]!.start, b[j]!.start), end = Math.min(a[i]!.end, b[j]!.end);
    if (end > start) out.push({ start, end });
    if (a[i]!.end < b[j]!.end) i++;
    else j++;
  }
  return out;
}

/** What lies in the first alone. */
export function difference(a: Joined, b: Joined): Segment[] {
  const ends = [-Infinity, ...b.map(({ end }) => end)], starts = [...b.map(({ start }) => start), Infinity];
  return intersection(a, ends.map((start, i) => ({ start, end: starts[i]! })));
}

/** Seconds in all of them. */
export function duration(segments: Joined): number {
  return segments.reduce((sum, { start, end }) => sum + end - start, 0);
}
