import { colouredNoise } from "./_coloured_noise.ts";
import type { NoiseOptions } from "./noise_options.ts";
import type { Waveform } from "../waveform.ts";

/**
 * Brown noise: a power density of 1 / f², 6 dB less an octave, the rumble of traffic or of an engine. Below 20 Hz it is flat.
 *
 * @param options length, rate, source of numbers
 * @returns round(seconds · sampleRate) samples with a root mean square of 0.1
 * @throws {RangeError} when the time or the rate is not positive and finite
 * @example
 * ```ts
 * import { brownNoise } from "unroll/audio/mod.ts";
 * import { random } from "unroll/core/mod.ts";
 * brownNoise({ seconds: 2, random: random(7) }).samples.length; // 32000
 * ```
 */
export function brownNoise(options: NoiseOptions): Waveform {
  return colouredNoise(2, options);
}
