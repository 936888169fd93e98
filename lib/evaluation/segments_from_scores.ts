import type { Segment } from "../core/mod.ts";

/** Options of {@linkcode segmentsFromScores}. */
export interface SegmentsFromScoresOptions {
  /** From one frame to the next (s). @default 0.01 */
  hop?: number;
  /** A segment begins where a score is above this. @default 0.5 */
  onset?: number;
  /** It ends where a score is below this: lower than the onset, so that it doesn't flicker. @default onset */
  offset?: number;
  /** Seconds by which a segment begins earlier. @default 0 */
  padBefore?: number;
  /** Seconds by which it ends later. @default 0 */
  padAfter?: number;
  /** Gaps shorter than this (s), after padding, are filled. @default 0 */
  minimumSilence?: number;
  /** Segments shorter than this (s), after filling, are dropped. @default 0 */
  minimumSpeech?: number;
}

/**
 * Segments from scores per frame by two thresholds and shortest durations, in the order of pyannote.audio's `Binarize`: thresholds,
 * padding, gaps, short segments. Frame t is the time from `t · hop` to `(t + 1) · hop`; decisions 0 and 1 are scores too.
 *
 * Porting note: pyannote places a boundary in the middle of a frame and lets segments reach beyond the recording; here they begin
 * and end with frames, so that `frameLabels` of them gives the frames back, and are cut off at the recording's ends.
 *
 * @param scores of each frame [n], the higher, the more likely speech
 * @param options hop, thresholds, padding, shortest durations
 * @returns segments with gaps between them, the earliest first
 * @throws {RangeError} when a score is not finite, the offset lies above the onset, or a time is negative
 * @see Gelly and Gauvain, "Minimum word error training of RNN-based voice activity detection", 2015
 * @example
 * ```ts
 * import { segmentsFromScores } from "unroll/evaluation/mod.ts";
 * segmentsFromScores([0.1, 0.7, 0.4, 0.6, 0.2], { hop: 1, onset: 0.5, offset: 0.3 }); // [{ start: 1, end: 4 }]
 * ```
 */
export function segmentsFromScores(
  scores: ArrayLike<number>,
  options: SegmentsFromScoresOptions = {},
): Segment[] {
  const { hop = 0.01, padBefore = 0, padAfter = 0, minimumSilence = 0, minimumSpeech = 0 } = options;
  check(scores, { ...options, hop });
  const segments: Segment[] = [];
  for (const [first, last] of activeFrames(scores, options)) {
    const start = first * hop - padBefore, end = last * hop + padAfter, before = segments.at(-1);
    const gap = before ? start - before.end : Infinity;
    if (before && (gap <= rounding || gap < minimumSilence - rounding)) before.end = end;
    else segments.push({ start, end });
  }
  const total = scores.length * hop;
  return segments.filter(({ start, end }) => end - start >= minimumSpeech - rounding)
    .map(({ start, end }) => ({ start: exact(Math.max(0, start)), end: exact(Math.min(total, end)) }));
}

/** Times that differ by less are the same (s). */
const rounding = 1e-9;

/** Without the last digits that sums of binary fractions leave: 0.3, not 0.30000000000000004. */
function exact(seconds: number): number {
  return Number(seconds.toFixed(9));
}

/** Runs of frames from an onset to an offset: [first, end). */
function activeFrames(
  scores: ArrayLike<number>,
  { onset = 0.5, offset = onset }: SegmentsFromScoresOptions,
): [number, number][] {
  const runs: [number, number][] = [];
  let first = -1;
  for (let t = 0; t < scores.length; t++) {
    if (first < 0 && scores[t]! > onset) first = t;
    else if (first >= 0 && scores[t]! < offset) {
      runs.push([first, t]);
      first = -1;
    }
  }
  if (first >= 0) runs.push([first, scores.length]);
  return runs;
}

function check(scores: ArrayLike<number>, options: SegmentsFromScoresOptions & { hop: number }): void {
  const { hop, onset = 0.5, offset = onset } = options;
  for (let t = 0; t < scores.length; t++) {
    if (!Number.isFinite(scores[t])) {
      throw new RangeError(`Cannot take scores as finite: score ${t} is ${scores[t]}`);
    }
  }
  if (!(hop > 0 && hop < Infinity)) throw new RangeError(`Cannot place frames as seconds apart: ${hop}`);
  if (!(offset <= onset)) {
    throw new RangeError(`Cannot end segments as at or below the onset of ${onset}: the offset is ${offset}`);
  }
  for (const name of ["padBefore", "padAfter", "minimumSilence", "minimumSpeech"] as const) {
    const { [name]: time = 0 } = options;
    if (!(time >= 0 && time < Infinity)) {
      throw new RangeError(`Cannot take ${name} as seconds from 0: ${time}`);
    }
  }
}
