import type { Frames } from "../frames/frame.ts";
import { melFilterBank, type MelOptions } from "./mel_filter_bank.ts";
import { plainAudio } from "../engine/plain_audio.ts";
import { powerRows } from "../spectra/_power_rows.ts";
import type { Spectrogram, SpectrogramOptions } from "../spectra/spectrogram.ts";
import type { STFT } from "../spectra/stft.ts";
import type { Waveforms } from "../waveform.ts";

/** Options of {@linkcode melSpectrogram}: filters', and those of `spectrogram`. */
export interface MelSpectrogramOptions extends MelOptions, SpectrogramOptions {}

/** Powers by frame and mel band. */
export interface MelSpectrogram extends Frames {
  kind: "mel";
  /** [(clips,) frames, melBands] */
  values: Float32Array;
  /** 1 if magnitudes were filtered, 2 for powers. */
  power: 1 | 2;
  /** Whether they are decibels by now. */
  decibels?: boolean;
}

/**
 * A spectrogram through mel filters: `mel[t, m] = Σ S[t, k] · bank[k, m]` (librosa's `melspectrogram`).
 *
 * @param input waveforms, or what `stft` or `spectrogram` gave of them
 * @param options filters; frames, window and transform where waveforms are given; engine
 * @returns [(clips,) frames, melBands]
 * @throws {TypeError} when the spectrogram is in decibels
 * @throws {RangeError} as `spectrogram` and `melFilterBank` do
 * @example
 * ```ts
 * import { melSpectrogram } from "unroll/audio/mod.ts";
 * const samples = Float32Array.from({ length: 16_000 }, (_, i) => Math.sin(2 * Math.PI * 440 * i / 16_000));
 * melSpectrogram({ samples, sampleRate: 16_000 }, { melBands: 40 }).shape; // [32, 40]
 * ```
 */
export function melSpectrogram(
  input: Waveforms | STFT | Spectrogram,
  options: MelSpectrogramOptions = {},
): MelSpectrogram {
  const { engine = plainAudio } = options, source = powerRows(input, options);
  const { shape, sampleRate, hopLength, fftLength, power } = source;
  const bank = melFilterBank({ ...options, sampleRate, fftLength }), bands = bank.shape[1];
  const frames = shape.slice(0, -1), values = new Float32Array(frames.reduce((a, b) => a * b, bands));
  const bins = bank.shape[0];
  source.each((rows, first) => {
    engine.product(rows, bank, values.subarray(first * bands, (first + rows.length / bins) * bands));
  });
  return { kind: "mel", values, shape: [...frames, bands], sampleRate, hopLength, power };
}
