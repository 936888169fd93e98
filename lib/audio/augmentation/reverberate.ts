import { checkWaveform } from "../_check_waveform.ts";
import { convolve } from "./_convolve.ts";
import { rootMeanSquare, scaled } from "../noise/_made_noise.ts";
import { roomResponse, type RoomResponseOptions } from "./room_response.ts";
import type { Waveform } from "../waveform.ts";

/** Options of {@linkcode reverberate}; the rate is the sound's. */
export type ReverberateOptions = Omit<RoomResponseOptions, "sampleRate">;

/**
 * A sound as it is heard in a made room: `y[n] = g Σ x[n - k] h[k]` with {@linkcode roomResponse}'s h, and g such that y is as
 * loud as x. The direct sound stays where it was, so labels of speech still fit; echoes past the sound's end are cut off.
 *
 * @param sound the waveform
 * @param options reverberation time, direct sound, first reflection, source of numbers
 * @returns a waveform as long and as loud (root mean square) as the sound
 * @throws {RangeError} when there are no samples or one is not finite, or as `roomResponse` does
 * @example
 * ```ts
 * import { reverberate } from "unroll/audio/mod.ts";
 * import { random } from "unroll/core/mod.ts";
 * const sound = { samples: new Float32Array(16_000).fill(0.5, 0, 800), sampleRate: 16_000 };
 * reverberate(sound, { rt60: 0.4, random: random(7) }).samples.length; // 16000
 * ```
 */
export function reverberate(sound: Waveform, options: ReverberateOptions): Waveform {
  checkWaveform(sound);
  const { samples, sampleRate } = sound, heard = convolve(samples, roomResponse({ ...options, sampleRate }));
  const gain = rootMeanSquare(samples) / (rootMeanSquare(heard) || 1);
  return { samples: scaled(heard, gain), sampleRate };
}
