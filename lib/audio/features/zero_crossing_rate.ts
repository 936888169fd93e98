import { framed } from "../frames/_framed.ts";
import type { FrameOptions, Frames } from "../frames/frame.ts";
import type { Waveforms } from "../waveform.ts";

/** Options of {@linkcode zeroCrossingRate}; frames' beside it. */
export interface ZeroCrossingRateOptions extends FrameOptions {
  /** Samples no further from zero count as zero, which is positive. @default 1e-10 */
  threshold?: number;
}

/**
 * How often the sign changes from one sample to the next: changes within a frame over its length (librosa's
 * `zero_crossing_rate`, whose padding repeats the first and the last sample).
 *
 * @param sound one waveform, or several of one length
 * @param options frames, threshold
 * @returns 0 to 1 [(clips,) frames]
 * @throws {RangeError} as `frame` does
 * @throws {TypeError} when the waveforms are not alike
 * @example
 * ```ts
 * import { zeroCrossingRate } from "unroll/audio/mod.ts";
 * const samples = Float32Array.from({ length: 4096 }, (_, i) => i % 2 === 0 ? 1 : -1);
 * zeroCrossingRate({ samples, sampleRate: 16_000 }).values[4]; // 0.9995: 2047 of 2048
 * ```
 */
export function zeroCrossingRate(sound: Waveforms, options: ZeroCrossingRateOptions = {}): Frames {
  const { threshold = 1e-10 } = options;
  return framed(sound, { padMode: "edge", ...options }, (frame) => {
    let changes = 0, negative = frame[0]! < -threshold;
    for (let i = 1; i < frame.length; i++) {
      const next = frame[i]! < -threshold;
      if (next !== negative) changes++;
      negative = next;
    }
    return changes / frame.length;
  });
}
