import type { NoiseOptions } from "./noise_options.ts";
import type { Waveform } from "../waveform.ts";

/** The root mean square of every made noise: 20 dB below full scale. */
const madeLevel = 0.1;

/** How many samples the noise has, and their rate. */
export function noiseSize(
  { seconds, sampleRate = 16_000 }: Pick<NoiseOptions, "seconds" | "sampleRate">,
): { length: number; sampleRate: number } {
  if (!(sampleRate > 0 && Number.isFinite(sampleRate))) {
    throw new RangeError(`Cannot make noise as samples a second: the rate is ${sampleRate}`);
  }
  const length = Math.round(seconds * sampleRate);
  if (Number.isFinite(length) && length >= 1) return { length, sampleRate };
  throw new RangeError(`Cannot make noise as a positive number of seconds: ${seconds}`);
}

/** The samples at the level of all made noises; silence stays silence. */
export function levelled(samples: Float64Array, sampleRate: number): Waveform {
  const gain = madeLevel / (rootMeanSquare(samples) || 1);
  return { samples: scaled(samples, gain), sampleRate };
}

/** The samples, each times the gain. */
export function scaled(samples: Float64Array, gain: number): Float32Array {
  const out = new Float32Array(samples.length);
  for (let i = 0; i < out.length; i++) out[i] = gain * samples[i]!;
  return out;
}

/** The square root of the samples' mean power. */
export function rootMeanSquare(samples: Float32Array | Float64Array): number {
  let sum = 0;
  for (let i = 0; i < samples.length; i++) sum += samples[i]! * samples[i]!;
  return Math.sqrt(sum / samples.length);
}
