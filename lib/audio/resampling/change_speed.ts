import { resample, type ResampleOptions } from "./resample.ts";
import type { Waveform } from "../waveform.ts";

/**
 * A sound played faster or slower, its pitch with it, as a tape: `y(t) = x(speed · t)` (Ko and others, "Audio augmentation for
 * speech recognition", 2015, who take 0.9, 1 and 1.1).
 *
 * @param sound the waveform
 * @param speed how much faster, from 0.1 to 10; counted in thousandths
 * @param options the resampler's filter and engine
 * @returns ceil(n / speed) samples at the same rate; the waveform itself where the speed is 1
 * @throws {RangeError} when the speed is out of range, there are no samples, or one is not finite
 * @example
 * ```ts
 * import { changeSpeed } from "unroll/audio/mod.ts";
 * changeSpeed({ samples: new Float32Array(16_000), sampleRate: 16_000 }, 1.25).samples.length; // 12800
 * ```
 */
export function changeSpeed(sound: Waveform, speed: number, options: ResampleOptions = {}): Waveform {
  if (!(speed >= 0.1 && speed <= 10)) throw new RangeError(`Cannot change speed as 0.1 to 10: ${speed}`);
  const rate = Math.round(1000 * speed);
  if (rate === 1000) return resample(sound, sound.sampleRate, options);
  const { samples } = resample({ samples: sound.samples, sampleRate: rate }, 1000, options);
  return { samples, sampleRate: sound.sampleRate };
}
