import { checkWaveform } from "../_check_waveform.ts";
import type { Waveform } from "../waveform.ts";

/** One frame as meyda describes it. */
export interface MeydaFrame {
  /** Magnitudes of frames in its symmetric Hann window [n / 2]: the last bin, half of the rate, is left out. */
  amplitudeSpectrum: ArrayLike<number>;
  /** Coefficients of `ln(1 + x)` of 26 bands of HTK's mel scale [13], where librosa takes decibels of Slaney's. */
  mfcc: ArrayLike<number>;
  /** Root mean square of the frame in its window. */
  rms: number;
  /** How often the sign changes in the frame: a count. */
  zcr: number;
  /** The magnitudes' centre, in bins. */
  spectralCentroid: number;
}

/** What is asked of the package: its types and its module disagree on where its functions are. */
interface Meyda {
  extract(features: string[], samples: Float32Array): MeydaFrame;
}

const features = ["amplitudeSpectrum", "mfcc", "rms", "zcr", "spectralCentroid"];

/**
 * Features of one frame by meyda (Rawlinson and others, "Meyda: an audio feature extraction library for the Web Audio API", 2015): a
 * second opinion on this room's own, and a way to look at a single frame. Its conventions are not librosa's; see the result's fields.
 *
 * Porting note: meyda keeps the filters of the first rate and length that it meets; they are made anew here for each frame.
 *
 * @param frame a power of two of samples, with their rate
 * @returns its features
 * @throws {RangeError} when the number of samples is no power of two from 4, or one is not finite
 * @example
 * ```ts
 * import { meydaFrame } from "unroll/audio/mod.ts";
 * const samples = Float32Array.from({ length: 256 }, (_, i) => Math.sin(2 * Math.PI * 1000 * i / 16_000));
 * (await meydaFrame({ samples, sampleRate: 16_000 })).spectralCentroid; // 16: 1,000 Hz
 * ```
 */
export async function meydaFrame(frame: Waveform): Promise<MeydaFrame> {
  checkWaveform(frame);
  const { samples, sampleRate } = frame, { length } = samples;
  if (length < 4 || (length & (length - 1)) !== 0) {
    throw new RangeError(`Cannot describe a frame as a power of two of samples from 4: it has ${length}`);
  }
  const { default: loaded } = await import("meyda"); // frame by frame only, but independent of us and of librosa
  const meyda = ((loaded as unknown as { default?: Meyda }).default ?? loaded) as Meyda;
  const filters = { barkScale: undefined, melFilterBank: undefined, chromaFilterBank: undefined };
  Object.assign(meyda, { sampleRate, bufferSize: length, windowingFunction: "hanning", ...filters });
  return meyda.extract(features, samples);
}
