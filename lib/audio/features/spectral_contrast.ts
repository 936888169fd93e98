import type { Frames } from "../frames/frame.ts";
import { bandsOf } from "./_contrast_bands.ts";
import { extremes } from "./_extremes.ts";
import { powerRows } from "../spectra/_power_rows.ts";
import { plainAudio } from "../engine/plain_audio.ts";
import { decibels } from "./power_to_db.ts";
import type { Spectrogram, SpectrogramOptions } from "../spectra/spectrogram.ts";
import type { STFT } from "../spectra/stft.ts";
import type { Waveforms } from "../waveform.ts";

/** Options of {@linkcode spectralContrast}; those of `stft` beside them. */
export interface SpectralContrastOptions extends Omit<SpectrogramOptions, "power"> {
  /** Where the second band begins (Hz); the first holds what is below. @default 200 */
  minFrequency?: number;
  /** Octaves above the first band (librosa's `n_bands`). @default 6 */
  octaves?: number;
  /** Which share of a band's bins is its peak, and which its valley. @default 0.02 */
  quantile?: number;
  /** Differences of magnitudes instead of decibels. @default false */
  linear?: boolean;
}

/**
 * How far peaks stand above valleys in each octave, per frame: the mean of a band's largest magnitudes over the mean of its
 * smallest, in decibels (librosa's `spectral_contrast`; Jiang and others, 2002). Noise has little, voices and notes much.
 *
 * Porting note: librosa transforms in double precision, as `plainAudio` does. `nativeAudio` does it in single precision, so that
 * valleys 120 dB below a frame's loudest bin are its rounding errors: of recordings, whose noise lies above that, a band here and
 * there differs by some hundredths of a decibel; of pure tones without any noise, by decibels.
 *
 * @param input waveforms, or what `stft` or `spectrogram` gave of them
 * @param options bands, quantile; frames, window and transform where waveforms are given; engine
 * @returns [(clips,) frames, octaves + 1]
 * @throws {RangeError} when a band begins above half of the sampling rate or has no bin, or an option is out of range
 * @throws {TypeError} when the spectrogram is in decibels
 * @example
 * ```ts
 * import { spectralContrast } from "unroll/audio/mod.ts";
 * const samples = Float32Array.from({ length: 16_000 }, (_, i) => Math.sin(2 * Math.PI * 440 * i / 16_000));
 * spectralContrast({ samples, sampleRate: 16_000 }, { octaves: 5 }).shape; // [32, 6]
 * ```
 */
export function spectralContrast(
  input: Waveforms | STFT | Spectrogram,
  options: SpectralContrastOptions = {},
): Frames {
  const { linear = false, engine = plainAudio } = options, source = powerRows(input, options);
  const { sampleRate, hopLength, shape } = source, bins = shape.at(-1)!, bands = bandsOf(source, options);
  const size = shape.slice(0, -1).reduce((a, b) => a * b, bands.length), root = source.power === 2;
  const peaks = new Float32Array(size), valleys = new Float32Array(size);
  source.each((rows, first) => {
    const from = first * bands.length;
    extremes(rows, { bins, bands, root, peaks: peaks.subarray(from), valleys: valleys.subarray(from) });
  });
  const clips = shape.length === 3 ? shape[0]! : 1,
    scale = (powers: Float32Array): Float32Array => linear ? powers : decibels(powers, clips, { engine });
  const high = scale(peaks), low = scale(valleys);
  for (let i = 0; i < high.length; i++) high[i]! -= low[i]!;
  return { values: high, shape: [...shape.slice(0, -1), bands.length], sampleRate, hopLength };
}
