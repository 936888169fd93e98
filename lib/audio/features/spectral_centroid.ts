import { perFrame } from "../spectra/_per_frame.ts";
import type { Frames } from "../frames/frame.ts";
import type { Spectrogram, SpectrogramOptions } from "../spectra/spectrogram.ts";
import type { STFT } from "../spectra/stft.ts";
import type { Waveforms } from "../waveform.ts";

/**
 * The mean frequency of each frame, weighted by magnitudes: `Σ f[k] S[t, k] / Σ S[t, k]`; 0 for silence (librosa's
 * `spectral_centroid`).
 *
 * @param input waveforms, or what `stft` or `spectrogram` gave of them
 * @param options frames, window and transform where waveforms are given; engine
 * @returns Hz [(clips,) frames]
 * @throws {TypeError} when the spectrogram is in decibels
 * @throws {RangeError} as `stft` does
 * @example
 * ```ts
 * import { spectralCentroid } from "unroll/audio/mod.ts";
 * const samples = Float32Array.from({ length: 16_000 }, (_, i) => Math.sin(2 * Math.PI * 440 * i / 16_000));
 * spectralCentroid({ samples, sampleRate: 16_000 }).values[16]; // about 440
 * ```
 */
export function spectralCentroid(
  input: Waveforms | STFT | Spectrogram,
  options: Omit<SpectrogramOptions, "power"> = {},
): Frames {
  return perFrame(input, options, (magnitudes, { sampleRate, fftLength }) => {
    let weighted = 0, sum = 0;
    for (let k = 0; k < magnitudes.length; k++) {
      weighted += k * magnitudes[k]!;
      sum += magnitudes[k]!;
    }
    return sum === 0 ? 0 : sampleRate / fftLength * weighted / sum;
  });
}
