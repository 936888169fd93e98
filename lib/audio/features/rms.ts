import { checkWaveform } from "../_check_waveform.ts";
import { framed } from "../frames/_framed.ts";
import type { FrameOptions, Frames } from "../frames/frame.ts";
import type { Waveform, Waveforms } from "../waveform.ts";

/**
 * The root mean square of each frame's samples (librosa's `feature.rms`).
 *
 * @param sound one waveform, or several of one length
 * @param options frames
 * @returns amplitudes from 0 [(clips,) frames]
 * @throws {RangeError} as `frame` does
 * @throws {TypeError} when the waveforms are not alike
 * @example
 * ```ts
 * import { rms } from "unroll/audio/mod.ts";
 * rms({ samples: new Float32Array(8192).fill(0.5), sampleRate: 16_000 }).values[4]; // 0.5
 * ```
 */
export function rms(sound: Waveforms, options: FrameOptions = {}): Frames {
  return framed(sound, options, (frame) => Math.sqrt(meanSquare(frame)));
}

/** The largest positive number of 16 bits. */
const fullScale = 32767 / 32768;

/** How loud a sound is. */
export interface Level {
  /** The largest amplitude, either way. */
  peak: number;
  /** The root mean square of all samples. */
  rms: number;
  /** Share of the samples at full scale or beyond: more than a few in a row were clipped. */
  clipped: number;
}

/**
 * Peak, root mean square and share of clipped samples of a whole sound.
 *
 * @param sound the waveform
 * @returns the three as amplitudes and a share of 1
 * @throws {RangeError} when there are no samples, or one is not finite
 * @example
 * ```ts
 * import { level } from "unroll/audio/mod.ts";
 * level({ samples: Float32Array.of(0.5, -1, 0.5, 0), sampleRate: 8000 }); // { peak: 1, rms: 0.61…, clipped: 0.25 }
 * ```
 */
export function level(sound: Waveform): Level {
  checkWaveform(sound);
  let peak = 0, full = 0;
  for (const sample of sound.samples) {
    peak = Math.max(peak, Math.abs(sample));
    if (Math.abs(sample) >= fullScale) full++;
  }
  return { peak, rms: Math.sqrt(meanSquare(sound.samples)), clipped: full / sound.samples.length };
}

function meanSquare(samples: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < samples.length; i++) sum += samples[i]! * samples[i]!;
  return sum / samples.length;
}
