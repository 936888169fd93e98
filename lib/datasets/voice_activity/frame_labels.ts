import { joinSegments, type Segment } from "../../core/mod.ts";

/** Options of {@linkcode frameLabels}. */
export interface FrameLabelsOptions {
  /** How many frames are labelled. */
  frames: number;
  /** From one frame to the next (s). @default 0.01 */
  hop?: number;
}

/** A label may lie this much of a frame before a frame's middle and still take it: 3.165 s is no whole binary number. */
const rounding = 1e-6;

/** A segment may end this much after the last frame (s): windows of a spectrum don't reach a recording's end. */
const slack = 0.1;

/**
 * Labels per frame from segments: frame t is 1 where its middle, `(t + 0.5) · hop` seconds, lies in a segment
 * (`start <= middle < end`), and 0 elsewhere. Overlapping segments count once; no segment at all gives silence.
 *
 * What is shorter than the frames is silence at the end. What is longer is cut off, up to 0.1 s; more than that is refused: labels of
 * another recording look like that.
 *
 * @param segments where somebody speaks (s)
 * @param options how many frames, and their distance
 * @returns [frames] of 0 and 1
 * @throws {RangeError} when a segment ends more than 0.1 s after the last frame or not after its own beginning, or the options' numbers
 * aren't positive
 * @example
 * ```ts
 * import { frameLabels } from "unroll/datasets/mod.ts";
 * frameLabels([{ start: 0.02, end: 0.04 }], { frames: 6 }); // [0, 0, 1, 1, 0, 0]
 * ```
 */
export function frameLabels(
  segments: Iterable<Segment>,
  { frames, hop = 0.01 }: FrameLabelsOptions,
): Uint8Array {
  if (!(Number.isInteger(frames) && frames > 0 && hop > 0 && hop < Infinity)) {
    throw new RangeError(`Cannot label as a positive number of frames and seconds: ${frames} of ${hop} s`);
  }
  const labels = new Uint8Array(frames), frameAt = (time: number) => Math.ceil(time / hop - 0.5 - rounding);
  for (const { start, end } of joinSegments(segments)) {
    if (end > frames * hop + slack) {
      throw new RangeError(
        `Cannot label ${frames} frames of ${hop} s as these segments say: one ends at ${end} s, ` +
          `the frames at ${Number((frames * hop).toFixed(6))} s; the labels may be another recording's`,
      );
    }
    labels.fill(1, frameAt(start), frameAt(end));
  }
  return labels;
}
