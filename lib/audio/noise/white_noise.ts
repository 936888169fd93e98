import { levelled, noiseSize } from "./_made_noise.ts";
import type { NoiseOptions } from "./noise_options.ts";
import type { Waveform } from "../waveform.ts";

/**
 * White noise: independent normal samples, whose power density is the same at all frequencies.
 *
 * @param options length, rate, source of numbers
 * @returns round(seconds · sampleRate) samples with a root mean square of 0.1
 * @throws {RangeError} when the time or the rate is not positive and finite
 * @example
 * ```ts
 * import { whiteNoise } from "unroll/audio/mod.ts";
 * import { random } from "unroll/core/mod.ts";
 * whiteNoise({ seconds: 2, random: random(7) }).samples.length; // 32000
 * ```
 */
export function whiteNoise(options: NoiseOptions): Waveform {
  const { length, sampleRate } = noiseSize(options), { random } = options;
  const samples = new Float64Array(length);
  for (let i = 0; i < length; i++) samples[i] = random.normal();
  return levelled(samples, sampleRate);
}
