import { perFrame } from "../spectra/_per_frame.ts";
import type { Frames } from "../frames/frame.ts";
import type { Spectrogram, SpectrogramOptions } from "../spectra/spectrogram.ts";
import type { STFT } from "../spectra/stft.ts";
import type { Waveforms } from "../waveform.ts";

/** Options of {@linkcode spectralFlatness}; those of `stft` beside it. */
export interface SpectralFlatnessOptions extends Omit<SpectrogramOptions, "power"> {
  /** Smaller powers count as this. @default 1e-10 */
  amin?: number;
}

/**
 * How much a frame resembles noise: the geometric mean of its powers over their mean, 1 for white noise and near 0 for a tone
 * (librosa's `spectral_flatness`).
 *
 * @param input waveforms, or what `stft` or `spectrogram` gave of them
 * @param options floor; frames, window and transform where waveforms are given; engine
 * @returns 0 to 1 [(clips,) frames]
 * @throws {RangeError} when `amin` is not above 0, or as `stft` does
 * @throws {TypeError} when the spectrogram is in decibels
 * @example
 * ```ts
 * import { spectralFlatness } from "unroll/audio/mod.ts";
 * const samples = Float32Array.from({ length: 16_000 }, (_, i) => Math.sin(2 * Math.PI * 440 * i / 16_000));
 * spectralFlatness({ samples, sampleRate: 16_000 }).values[16]; // near 0
 * ```
 */
export function spectralFlatness(
  input: Waveforms | STFT | Spectrogram,
  options: SpectralFlatnessOptions = {},
): Frames {
  const { amin = 1e-10 } = options;
  if (!(amin > 0)) throw new RangeError(`Cannot take the smallest power as above 0: amin is ${amin}`);
  return perFrame(input, options, (magnitudes) => {
    let logarithms = 0, sum = 0;
    for (let k = 0; k < magnitudes.length; k++) {
      const power = Math.max(amin, magnitudes[k]! ** 2);
      logarithms += Math.log(power);
      sum += power;
    }
    return Math.exp(logarithms / magnitudes.length) / (sum / magnitudes.length);
  });
}
