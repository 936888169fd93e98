import type { SpectraJob } from "./audio_engine.ts";

/** Whether all of a frame that begins at a sample is within the clip. */
export function isInside(clip: Float32Array, { window }: SpectraJob, from: number): boolean {
  return from >= 0 && from + window.length <= clip.length;
}

/** A windowed frame that reaches into the padding; what lies within a clip is cut by each engine in a loop of its own. */
export function cutEdge(
  clip: Float32Array,
  { window, outside }: { window: ArrayLike<number>; outside: SpectraJob["outside"] },
  { from, to }: { from: number; to: Float32Array | Float64Array },
): void {
  for (let i = 0; i < window.length; i++) {
    const at = from + i, isThere = at >= 0 && at < clip.length;
    to[i] = (isThere ? clip[at]! : outside(clip, at)) * window[i]!;
  }
}
