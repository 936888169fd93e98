import { gathered, spectraOf } from "./_spectra.ts";
import type { AudioEngine } from "../engine/audio_engine.ts";
import type { FrameOptions, Frames } from "../frames/frame.ts";
import type { Waveforms } from "../waveform.ts";
import type { WindowName } from "../frames/window_function.ts";

/** Options of {@linkcode stft}; frames' beside them. */
export interface STFTOptions extends FrameOptions {
  /** What a frame is multiplied with; the second form gives its weights. @default "hann" */
  window?: WindowName | ArrayLike<number>;
  /**
   * Samples of the window, centred in the frame (librosa's `win_length`, of which its hop is a quarter by default; here it is a
   * quarter of the frame). @default frameLength
   */
  windowLength?: number;
  /** Frames are lengthened with zeros at their end to this (`tf.signal`'s `fft_length`). @default frameLength */
  fftLength?: number;
  /** What does the arithmetic. @default plainAudio */
  engine?: AudioEngine;
}

/** A short-time Fourier transform. */
export interface STFT extends Frames {
  kind: "stft";
  /** [(clips,) frames, bins, 2]: real and imaginary part by turns; bin k is k · sampleRate / fftLength Hz. */
  values: Float32Array;
  /** Samples that were transformed. */
  fftLength: number;
}

/**
 * The short-time Fourier transform: `X[t, k] = Σ window[i] · padded[t · hopLength + i] · exp(-2πi ik / fftLength)`.
 *
 * Porting note: frames come before bins, as in `tf.signal` and as networks read them; librosa has bins first.
 *
 * @param sound one waveform, or several of one length
 * @param options frames, window, transform, engine; the defaults are librosa's
 * @returns [(clips,) frames, fftLength / 2 + 1, 2]
 * @throws {RangeError} when a length is no whole number from 1, the transform is shorter than a frame, or the window is longer
 * @throws {TypeError} when the waveforms are not alike
 * @example
 * ```ts
 * import { stft } from "unroll/audio/mod.ts";
 * const sound = { samples: new Float32Array(64_000).fill(0.1), sampleRate: 16_000 };
 * stft(sound, { frameLength: 256, hopLength: 128, padding: "end" }).shape; // [500, 129, 2]
 * ```
 */
export function stft(sound: Waveforms, options: STFTOptions = {}): STFT {
  const spectra = spectraOf(sound, options), { shape, sampleRate, hopLength, fftLength } = spectra;
  const values = gathered(spectra, 2 * shape.at(-1)!);
  return { kind: "stft", values, shape: [...shape, 2], sampleRate, hopLength, fftLength };
}
