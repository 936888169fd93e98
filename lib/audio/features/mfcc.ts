import { dctMatrix } from "./dct_matrix.ts";
import type { Frames } from "../frames/frame.ts";
import { type MelSpectrogram, melSpectrogram, type MelSpectrogramOptions } from "./mel_spectrogram.ts";
import { plainAudio } from "../engine/plain_audio.ts";
import { powerToDb } from "./power_to_db.ts";
import type { Spectrogram } from "../spectra/spectrogram.ts";
import type { STFT } from "../spectra/stft.ts";
import type { Waveforms } from "../waveform.ts";

/** Options of {@linkcode mfcc}: its own, and those of `melSpectrogram`. */
export interface MFCCOptions extends MelSpectrogramOptions {
  /** Coefficients (librosa's `n_mfcc`). @default 20 */
  coefficients?: number;
}

/** Coefficients by frame. */
export interface MFCC extends Frames {
  kind: "mfcc";
  /** [(clips,) frames, coefficients] */
  values: Float32Array;
}

/**
 * Mel-frequency cepstral coefficients: the orthonormal cosine transform of a mel spectrogram in decibels (librosa's `mfcc`).
 *
 * @param input waveforms, or what `stft`, `spectrogram`, `melSpectrogram` or `powerToDb` gave of them
 * @param options coefficients; what the stages that are still to be done need; engine
 * @returns [(clips,) frames, coefficients]
 * @throws {RangeError} when more coefficients are wanted than there are mel bands, or as the earlier stages do
 * @throws {TypeError} when the input is a spectrogram in decibels that is not mel, or of magnitudes
 * @example
 * ```ts
 * import { mfcc } from "unroll/audio/mod.ts";
 * const samples = Float32Array.from({ length: 16_000 }, (_, i) => Math.sin(2 * Math.PI * 440 * i / 16_000));
 * mfcc({ samples, sampleRate: 16_000 }, { coefficients: 13 }).shape; // [32, 13]
 * ```
 */
export function mfcc(
  input: Waveforms | STFT | Spectrogram | MelSpectrogram,
  options: MFCCOptions = {},
): MFCC {
  const { coefficients = 20, engine = plainAudio } = options;
  const mel = "kind" in input && input.kind === "mel" ? input : melSpectrogram(input, options);
  const { values, shape, sampleRate, hopLength } = mel.decibels ? mel : powerToDb(mel, { engine });
  const bands = shape.at(-1)!, out = new Float32Array(values.length / bands * coefficients);
  engine.product(values, dctMatrix(bands, coefficients), out);
  return { kind: "mfcc", values: out, shape: [...shape.slice(0, -1), coefficients], sampleRate, hopLength };
}
