import { checkWaveform } from "../_check_waveform.ts";
import type { Random } from "../../core/mod.ts";
import type { Waveform } from "../waveform.ts";

/** Options of {@linkcode mixNoise}. */
export interface MixNoiseOptions {
  /** The sound's power over the noise's (dB): 0 for equally loud, 20 for a quiet room. */
  snr: number;
  /** Where in the noise to begin; none means at its beginning. */
  random?: Random;
}

/**
 * Adds noise of a given loudness: `y[i] = x[i] + g · noise[i]` with `g = rms(x) / rms(noise) · 10^(-snr / 20)`. Noise that is
 * shorter than the sound is repeated.
 *
 * @param sound the waveform
 * @param noise what is added, of the same rate
 * @param options ratio in dB, where to begin
 * @returns the sum, not clipped, as long as the sound
 * @throws {TypeError} when the rates differ
 * @throws {RangeError} when the ratio is not finite, or the sound or the noise is silent
 * @example
 * ```ts
 * import { mixNoise } from "unroll/audio/mod.ts";
 * import { random } from "unroll/core/mod.ts";
 * const sound = { samples: Float32Array.of(0.5, -0.5, 0.5, -0.5), sampleRate: 8000 };
 * const draw = random(7), noise = { samples: Float32Array.from({ length: 8 }, () => draw.normal()), sampleRate: 8000 };
 * mixNoise(sound, noise, { snr: 10, random: draw }).samples.length; // 4
 * ```
 */
export function mixNoise(sound: Waveform, noise: Waveform, { snr, random }: MixNoiseOptions): Waveform {
  checkWaveform(sound);
  checkWaveform(noise);
  if (noise.sampleRate !== sound.sampleRate) {
    throw new TypeError(`Cannot mix noise as of ${sound.sampleRate} Hz: it has ${noise.sampleRate} Hz`);
  }
  if (!Number.isFinite(snr)) throw new RangeError(`Cannot mix as a finite ratio in dB: ${snr}`);
  const { length } = sound.samples, start = random ? random.integer(0, noise.samples.length) : 0;
  const piece = stretch(noise.samples, start, length);
  const [loud, quiet] = [power(sound.samples), power(piece)];
  if (loud === 0 || quiet === 0) {
    throw new RangeError(`Cannot mix as a ratio of powers: the ${loud === 0 ? "sound" : "noise"} is silent`);
  }
  const gain = Math.sqrt(loud / quiet) * 10 ** (-snr / 20);
  for (let i = 0; i < length; i++) piece[i] = sound.samples[i]! + gain * piece[i]!;
  return { samples: piece, sampleRate: sound.sampleRate };
}

/** So many samples from a place on, again from the beginning where they end. */
function stretch(samples: Float32Array, start: number, length: number): Float32Array {
  const piece = new Float32Array(length);
  for (let done = 0, from = start; done < length; from = 0) {
    const part = samples.subarray(from, from + length - done);
    piece.set(part, done);
    done += part.length;
  }
  return piece;
}

function power(samples: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < samples.length; i++) sum += samples[i]! * samples[i]!;
  return sum / samples.length;
}
