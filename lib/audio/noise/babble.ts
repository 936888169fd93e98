import { checkWaveform } from "../_check_waveform.ts";
import { levelled, noiseSize, rootMeanSquare } from "./_made_noise.ts";
import type { NoiseOptions } from "./noise_options.ts";
import type { Waveform } from "../waveform.ts";

/** Options of {@linkcode babble}; its rate is the voices'. */
export type BabbleOptions = Omit<NoiseOptions, "sampleRate">;

/**
 * Babble: several voices at once, all equally loud, each from a place of its own and repeated where it is too short.
 *
 * @param voices waveforms of speech, of one rate
 * @param options length, source of numbers
 * @returns round(seconds · sampleRate) samples with a root mean square of 0.1
 * @throws {RangeError} when there is no voice, one is silent, or the time is not positive and finite
 * @throws {TypeError} when the voices' rates differ
 * @example
 * ```ts
 * import { babble } from "unroll/audio/mod.ts";
 * import { random } from "unroll/core/mod.ts";
 * const voice = (hz: number) => Float32Array.from({ length: 8000 }, (_, i) => Math.sin(2 * Math.PI * hz * i / 8000));
 * const voices = [120, 190, 210].map((hz) => ({ samples: voice(hz), sampleRate: 8000 }));
 * babble(voices, { seconds: 3, random: random(7) }).samples.length; // 24000
 * ```
 */
export function babble(voices: readonly Waveform[], { seconds, random }: BabbleOptions): Waveform {
  const [first] = voices;
  if (!first) throw new RangeError("Cannot babble as with voices: there are none");
  const { length, sampleRate } = noiseSize({ seconds, sampleRate: first.sampleRate });
  const sum = new Float64Array(length);
  voices.forEach((voice, n) => {
    checkWaveform(voice);
    if (voice.sampleRate !== sampleRate) {
      throw new TypeError(`Cannot babble as at ${sampleRate} Hz: voice ${n} has ${voice.sampleRate} Hz`);
    }
    const loudness = rootMeanSquare(voice.samples), start = random.integer(0, voice.samples.length);
    if (loudness === 0) {
      throw new RangeError(`Cannot babble as with equally loud voices: voice ${n} is silent`);
    }
    for (let i = 0; i < length; i++) {
      sum[i]! += voice.samples[(start + i) % voice.samples.length]! / loudness;
    }
  });
  return levelled(sum, sampleRate);
}
