import { leadingShape, waveformList } from "../_check_waveform.ts";
import { framePlan } from "./_frame_plan.ts";
import type { PadMode } from "./pad_mode.ts";
import type { Waveforms } from "../waveform.ts";

/** How a sound is cut into overlapping frames. */
export interface FrameOptions {
  /** Samples of a frame; at 16 kHz 256 are 16 ms. @default 2048 */
  frameLength?: number;
  /** Samples from one frame's beginning to the next's. @default a quarter of a frame */
  hopLength?: number;
  /**
   * "center" as librosa: half a frame of padding at both ends, frame t is centred on sample t · hop; "end" as `tf.signal`'s
   * `pad_end`: ceil(n / hop) frames that begin at t · hop; "none": only frames that fit. @default "center"
   */
  padding?: "center" | "end" | "none";
  /** What the padding consists of. @default "constant" */
  padMode?: PadMode;
  /** The constant. @default 0 */
  padValue?: number;
}

/** Numbers by frame. */
export interface Frames {
  /** [(clips,) frames, …] */
  values: Float32Array;
  shape: number[];
  /** Samples a second (Hz). */
  sampleRate: number;
  /** Samples from one frame to the next: frame t is t · hopLength / sampleRate seconds after the first. */
  hopLength: number;
}

/**
 * Cuts a sound into overlapping frames: `values[t, i] = padded[t · hopLength + i]`.
 *
 * @param sound one waveform, or several of one length
 * @param options length, hop and padding, with librosa's defaults
 * @returns [(clips,) frames, frameLength]
 * @throws {RangeError} when a length is no whole number from 1, no frame fits, or a sample is not finite
 * @throws {TypeError} when the waveforms are not alike
 * @example
 * ```ts
 * import { frame } from "unroll/audio/mod.ts";
 * const sound = { samples: Float32Array.of(1, 2, 3, 4, 5), sampleRate: 8000 };
 * frame(sound, { frameLength: 4, hopLength: 2, padding: "end" }).shape; // [3, 4]
 * ```
 */
export function frame(sound: Waveforms, options: FrameOptions = {}): Frames {
  const list = waveformList(sound), { sampleRate, samples } = list[0]!;
  const { frames, frameLength, hopLength, pad } = framePlan(samples.length, options);
  const values = new Float32Array(list.length * frames * frameLength);
  list.forEach((one, clip) => {
    const padded = pad(one.samples);
    for (let t = 0; t < frames; t++) {
      const piece = padded.subarray(t * hopLength, t * hopLength + frameLength);
      values.set(piece, (clip * frames + t) * frameLength);
    }
  });
  return { values, shape: [...leadingShape(sound), frames, frameLength], sampleRate, hopLength };
}
