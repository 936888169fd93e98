import type { Segment } from "./segment.ts";

/** In order and without overlaps: what `joined` gives. */
type Joined = readonly Segment[];

/** Segments in order, those that overlap or touch made one. */
export function joined(segments: Iterable<Segment>): Segment[] {
  const out: Segment[] = [];
  for (const { start, end } of [...segments].sort((a, b) => a.start - b.start)) {
    if (!(end > start && start > -Infinity && end < Infinity)) {
      throw new RangeError(
        `Cannot use a segment as one that ends after its beginning: ${start} s to ${end} s`,
      );
    }
    const last = out.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
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
