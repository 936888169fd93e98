import { checkPower, gathered, spectraOf } from "./_spectra.ts";
import type { STFT, STFTOptions } from "./stft.ts";
import type { Frames } from "../frames/frame.ts";
import type { Waveforms } from "../waveform.ts";

/** Options of {@linkcode spectrogram}; those of `stft` beside it. */
export interface SpectrogramOptions extends STFTOptions {
  /** 1 for magnitudes |X|, 2 for powers |X|². @default 2 */
  power?: 1 | 2;
}

/** Magnitudes or powers by frame and frequency. */
export interface Spectrogram extends Frames {
  kind: "spectrogram";
  /** [(clips,) frames, bins]; bin k is k · sampleRate / fftLength Hz. */
  values: Float32Array;
  /** 1 magnitudes, 2 powers. */
  power: 1 | 2;
  /** Samples that were transformed. */
  fftLength: number;
  /** Whether they are decibels by now. */
  decibels?: boolean;
}

/**
 * Magnitudes or powers of a short-time Fourier transform: `S[t, k] = |X[t, k]| ** power`.
 *
 * @param input waveforms, or what `stft` gave of them
 * @param options the power; frames, window, transform and engine where waveforms are given
 * @returns [(clips,) frames, bins]
 * @throws {RangeError} when the power is neither 1 nor 2, or as in `stft`
 * @example
 * ```ts
 * import { spectrogram } from "unroll/audio/mod.ts";
 * const samples = Float32Array.from({ length: 16_000 }, (_, i) => Math.sin(2 * Math.PI * 440 * i / 16_000));
 * spectrogram({ samples, sampleRate: 16_000 }, { frameLength: 512 }).shape; // [126, 257]
 * ```
 */
export function spectrogram(input: Waveforms | STFT, options: SpectrogramOptions = {}): Spectrogram {
  const { power = 2 } = options;
  checkPower(power);
  if (!("kind" in input)) return ofSound(input, options, power);
  const { values, shape, sampleRate, hopLength, fftLength } = input;
  const powers = new Float32Array(values.length / 2);
  for (let i = 0; i < powers.length; i++) {
    const value = values[2 * i]! ** 2 + values[2 * i + 1]! ** 2;
    powers[i] = power === 1 ? Math.sqrt(value) : value;
  }
  const kept = { sampleRate, hopLength, fftLength };
  return { kind: "spectrogram", power, values: powers, shape: shape.slice(0, -1), ...kept };
}

function ofSound(sound: Waveforms, options: SpectrogramOptions, power: 1 | 2): Spectrogram {
  const spectra = spectraOf(sound, options, power), { shape, sampleRate, hopLength, fftLength } = spectra;
  const values = gathered(spectra, shape.at(-1)!);
  return { kind: "spectrogram", power, values, shape, sampleRate, hopLength, fftLength };
}
