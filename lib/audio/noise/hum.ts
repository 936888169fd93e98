import { addTone } from "./_add_tone.ts";
import { levelled, noiseSize } from "./_made_noise.ts";
import type { NoiseOptions } from "./noise_options.ts";
import type { Waveform } from "../waveform.ts";

/** Options of {@linkcode hum}; the made noises' beside it. */
export interface HumOptions extends NoiseOptions {
  /** The mains' frequency (Hz): 50 in most of the world, 60 in America. @default 50 */
  frequency?: number;
}

/** How many multiples of the mains' frequency are heard. */
const harmonics = 20;

/**
 * Mains hum: the mains' frequency and its multiples up to the twentieth, the k-th with amplitude 1 / k, give or take 6 dB, and
 * a phase of its own.
 *
 * @param options length, rate, source of numbers, frequency
 * @returns round(seconds · sampleRate) samples with a root mean square of 0.1
 * @throws {RangeError} when the time or the rate is not positive and finite, or the frequency not between 0 and half the rate
 * @example
 * ```ts
 * import { hum } from "unroll/audio/mod.ts";
 * import { random } from "unroll/core/mod.ts";
 * hum({ seconds: 2, frequency: 60, random: random(7) }).samples.length; // 32000
 * ```
 */
export function hum(options: HumOptions): Waveform {
  const { length, sampleRate } = noiseSize(options), { random, frequency = 50 } = options;
  if (!(frequency > 0 && frequency < sampleRate / 2)) {
    throw new RangeError(`Cannot hum as a frequency from 0 to ${sampleRate / 2} Hz: ${frequency}`);
  }
  const samples = new Float64Array(length);
  for (let k = 1; k <= harmonics; k++) {
    const amplitude = 10 ** ((random.next() - 0.5) * 12 / 20) / k, phase = 2 * Math.PI * random.next();
    const step = 2 * Math.PI * k * frequency / sampleRate;
    if (step < Math.PI) addTone(samples, { step, amplitude, phase });
  }
  return levelled(samples, sampleRate);
}
