import type { Random } from "../../core/mod.ts";

/** Options of {@linkcode roomResponse}. */
export interface RoomResponseOptions {
  /** Seconds in which the sound in the room falls by 60 dB: 0.3 in a furnished room, 0.6 in an office, 1.5 in a hall. */
  rt60: number;
  /** Samples a second (Hz). */
  sampleRate: number;
  /** Power of the direct sound over that of all reflections (dB): the nearer the speaker, the more. @default 3 */
  directToReverberant?: number;
  /** Seconds from the direct sound to the first reflection. @default 0.003 */
  predelay?: number;
  /** Where the reflections are from: the same seed makes the same room. */
  random: Random;
}

/**
 * How a made room answers a click: the direct sound, `h[0] = 1`, and from the first reflection on normal noise that falls by
 * 60 dB in `rt60` seconds, where it is cut (Polack's statistical model: "La transmission de l'énergie sonore dans les salles",
 * 1988; Moorer, "About this reverberation business", 1979). All frequencies fall alike, which real rooms only do roughly.
 *
 * @param options reverberation time, rate, direct sound, first reflection, source of numbers
 * @returns h [round((predelay + rt60) · sampleRate)], at least two samples
 * @throws {RangeError} when a time or the rate is out of range, or the ratio is not finite
 * @example
 * ```ts
 * import { roomResponse } from "unroll/audio/mod.ts";
 * import { random } from "unroll/core/mod.ts";
 * roomResponse({ rt60: 0.5, sampleRate: 16_000, random: random(7) }).length; // 8048
 * ```
 */
export function roomResponse(options: RoomResponseOptions): Float64Array {
  const { rt60, sampleRate, directToReverberant = 3, predelay = 0.003, random } = options;
  check(options);
  const first = Math.max(1, Math.round(predelay * sampleRate));
  const length = Math.max(first + 1, Math.round((predelay + rt60) * sampleRate));
  const response = new Float64Array(length);
  let power = 0;
  for (let i = first; i < length; i++) {
    response[i] = random.normal() * 10 ** (-3 * (i - first) / (rt60 * sampleRate));
    power += response[i]! ** 2;
  }
  const gain = Math.sqrt(10 ** (-directToReverberant / 10) / power);
  for (let i = first; i < length; i++) response[i]! *= gain;
  response[0] = 1;
  return response;
}

function check({ rt60, sampleRate, directToReverberant = 3, predelay = 0.003 }: RoomResponseOptions): void {
  if (!(sampleRate > 0 && Number.isFinite(sampleRate))) {
    throw new RangeError(`Cannot make a room as samples a second: the rate is ${sampleRate}`);
  }
  if (!(rt60 > 0 && rt60 <= 20)) throw new RangeError(`Cannot make a room as up to 20 s of echo: ${rt60}`);
  if (!(predelay >= 0 && predelay <= 1)) {
    throw new RangeError(`Cannot make a room as 0 to 1 s before the first reflection: ${predelay}`);
  }
  if (!Number.isFinite(directToReverberant)) {
    throw new RangeError(`Cannot make a room as a finite ratio in dB: ${directToReverberant}`);
  }
}
