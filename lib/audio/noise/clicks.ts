import { addTone } from "./_add_tone.ts";
import { levelled, noiseSize } from "./_made_noise.ts";
import type { NoiseOptions } from "./noise_options.ts";
import type { Waveform } from "../waveform.ts";

/** Options of {@linkcode clicks}; the made noises' beside it. */
export interface ClicksOptions extends NoiseOptions {
  /** How many clicks there are in a second, on average. @default 4 */
  perSecond?: number;
}

/** How long a click rings before it is inaudible (s). */
const longest = 0.03;

/**
 * Clicks, as of keys, dishes or a bad contact: at random times, loud and soft over 20 dB, each a tone between 5 and 75 % of the
 * band that dies away within 0.5 to 3 ms (to 1 / e). There is one at least.
 *
 * @param options length, rate, source of numbers, how many
 * @returns round(seconds · sampleRate) samples with a root mean square of 0.1; single samples may lie beyond 1
 * @throws {RangeError} when the time, the rate or the number of clicks is not positive and finite
 * @example
 * ```ts
 * import { clicks } from "unroll/audio/mod.ts";
 * import { random } from "unroll/core/mod.ts";
 * clicks({ seconds: 2, perSecond: 8, random: random(7) }).samples.length; // 32000
 * ```
 */
export function clicks(options: ClicksOptions): Waveform {
  const { length, sampleRate } = noiseSize(options), { seconds, random, perSecond = 4 } = options;
  if (!(perSecond > 0 && Number.isFinite(perSecond))) {
    throw new RangeError(`Cannot click as a positive number of times a second: ${perSecond}`);
  }
  const samples = new Float64Array(length), ring = Math.ceil(longest * sampleRate);
  for (let left = Math.max(1, Math.round(seconds * perSecond)); left > 0; left--) {
    const from = random.integer(0, length), seconds = 0.0005 + 0.0025 * random.next();
    addTone(samples.subarray(from, from + ring), {
      step: Math.PI * (0.05 + 0.7 * random.next()),
      amplitude: 10 ** -random.next(),
      phase: Math.PI / 2,
      decay: Math.exp(-1 / (seconds * sampleRate)),
    });
  }
  return levelled(samples, sampleRate);
}
