import { windowFrames } from "../../engine/mod.ts";
import { cutEdge } from "./_cut_edge.ts";
import type { SpectraJob } from "./audio_engine.ts";

/** Rows of several clips' frames. */
interface CutJob extends Omit<SpectraJob, "window"> {
  window: Float32Array;
  /** The first of them, counted over all clips. */
  first: number;
}

/** Windowed frames from row `first` on, as many as there is room for. */
export function cutRows(job: CutJob, to: Float32Array): void {
  const { clips, frames, fftLength, window, first } = job, last = first + to.length / fftLength;
  if (window.length < fftLength) to.fill(0);
  for (let row = first; row < last;) {
    const clip = Math.floor(row / frames), next = Math.min(last, (clip + 1) * frames);
    const rows = to.subarray((row - first) * fftLength, (next - first) * fftLength);
    cutClip(clips[clip]!, { ...job, first: row - clip * frames }, rows);
    row = next;
  }
}

/** Frames of one clip: those that reach into the padding one by one, the others together. */
function cutClip(clip: Float32Array, job: CutJob, to: Float32Array): void {
  const { first, hopLength, before, window, fftLength } = job, count = to.length / fftLength;
  const place = (frame: number): number => Math.max(0, Math.min(count, frame - first));
  const inside = place(Math.ceil(before / hopLength));
  const outside = Math.max(inside, place(Math.floor((clip.length + before - window.length) / hopLength) + 1));
  const from = (row: number): number => (first + row) * hopLength - before;
  const edge = (row: number): void =>
    cutEdge(clip, job, { from: from(row), to: to.subarray(row * fftLength) });
  for (let row = 0; row < inside; row++) edge(row);
  windowFrames(clip, to.subarray(inside * fftLength, outside * fftLength), {
    ...{ from: from(inside), hopLength, window, rowLength: fftLength },
  });
  for (let row = outside; row < count; row++) edge(row);
}
