import type { Segment } from "../../core/mod.ts";

/** How much later than its recording a label may end (s): a frame's rounding. */
const TOLERANCE = 0.01;

/** Segments that lie inside of a recording, their rounding cut off at its end. */
export function within(
  segments: readonly Segment[],
  { seconds, labels, recording }: { seconds: number; labels: string; recording: string },
): Segment[] {
  const last = segments.at(-1)?.end ?? 0;
  if (last > seconds + TOLERANCE) {
    throw new RangeError(
      `Cannot use ${labels} as labels of ${recording}: they last ${last} s, the recording ${seconds} s`,
    );
  }
  return segments.filter(({ start }) => start < seconds)
    .map(({ start, end }) => ({ start, end: Math.min(end, seconds) }));
}

/** Labels that say what each moment is have to reach the end of their recording. */
export function reaches(
  last: number,
  { seconds, labels, recording }: { seconds: number; labels: string; recording: string },
): void {
  if (last >= seconds - TOLERANCE) return;
  throw new RangeError(
    `Cannot use ${labels} as labels of ${recording}: they end at ${last} s, the recording lasts ${seconds} s`,
  );
}
