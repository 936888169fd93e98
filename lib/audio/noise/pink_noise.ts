import { colouredNoise } from "./_coloured_noise.ts";
import type { NoiseOptions } from "./noise_options.ts";
import type { Waveform } from "../waveform.ts";

/**
 * Pink noise: a power density of 1 / f, 3 dB less an octave, so that every octave is equally loud, as in rain or wind in trees.
 * Below 20 Hz it is flat.
 *
 * @param options length, rate, source of numbers
 * @returns round(seconds · sampleRate) samples with a root mean square of 0.1
 * @throws {RangeError} when the time or the rate is not positive and finite
 * @example
 * ```ts
 * import { pinkNoise } from "unroll/audio/mod.ts";
 * import { random } from "unroll/core/mod.ts";
 * pinkNoise({ seconds: 2, random: random(7) }).samples.length; // 32000
 * ```
 */
export function pinkNoise(options: NoiseOptions): Waveform {
  return colouredNoise(1, options);
}
