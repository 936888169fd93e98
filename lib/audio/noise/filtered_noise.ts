import { noiseOfSpectrum } from "./_coloured_noise.ts";
import { noiseSize } from "./_made_noise.ts";
import type { NoiseOptions } from "./noise_options.ts";
import type { Waveform } from "../waveform.ts";

/** Where the lowest octave begins; below, its first gain holds (Hz). */
const lowest = 62.5;

/** The greatest difference between two gains (dB). */
const range = 30;

/**
 * White noise through a drawn equaliser: a gain for each octave from 62.5 Hz on, up to 30 dB apart, straight in between; as fans, water,
 * traffic and machines differ. Who has to tell speech from any noise hears many of these. Each source of numbers gives another one.
 *
 * @param options length, rate, source of numbers
 * @returns round(seconds · sampleRate) samples with a root mean square of 0.1
 * @throws {RangeError} when the time or the rate is not positive and finite
 * @example
 * ```ts
 * import { filteredNoise } from "unroll/audio/mod.ts";
 * import { random } from "unroll/core/mod.ts";
 * filteredNoise({ seconds: 2, random: random(7) }).samples.length; // 32000
 * ```
 */
export function filteredNoise(options: NoiseOptions): Waveform {
  const { sampleRate } = noiseSize(options);
  const octaves = Math.max(1, Math.ceil(Math.log2(sampleRate / 2 / lowest)));
  const gains = Array.from({ length: octaves + 2 }, () => range * options.random.next()); // dB
  return noiseOfSpectrum((frequency) => {
    const at = Math.min(octaves, Math.max(0, Math.log2(frequency / lowest))), below = Math.floor(at);
    const gain = gains[below]! + (at - below) * (gains[below + 1]! - gains[below]!);
    return 10 ** (gain / 20);
  }, options);
}
