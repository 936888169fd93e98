import type { AudioEngine } from "../engine/audio_engine.ts";
import type { MelSpectrogram } from "./mel_spectrogram.ts";
import { plainAudio } from "../engine/plain_audio.ts";
import type { Spectrogram } from "../spectra/spectrogram.ts";

/** Options of {@linkcode powerToDb}. */
export interface PowerToDbOptions {
  /** What is 0 dB: a power, or "max" for the largest of each clip. @default 1 */
  ref?: number | "max";
  /** Smaller powers count as this. @default 1e-10 */
  amin?: number;
  /** The most that a value lies below its clip's largest (dB); Infinity for no limit. @default 80 */
  topDb?: number;
  /** What does the arithmetic. @default plainAudio */
  engine?: AudioEngine;
}

/**
 * Powers as decibels: `10 log10(max(amin, S) / max(amin, ref))`, no further than `topDb` below the largest (librosa's `power_to_db`).
 *
 * Porting note: in a batch the largest value is each clip's own; librosa takes the whole array's.
 *
 * @param powers a power spectrogram, plain or mel
 * @param options reference, floor, range, engine
 * @returns the same in decibels
 * @throws {TypeError} when they are magnitudes, or decibels already
 * @throws {RangeError} when `amin` is not above 0, or `topDb` below 0
 * @example
 * ```ts
 * import { melSpectrogram, powerToDb } from "unroll/audio/mod.ts";
 * const samples = Float32Array.from({ length: 16_000 }, (_, i) => Math.sin(2 * Math.PI * 440 * i / 16_000));
 * powerToDb(melSpectrogram({ samples, sampleRate: 16_000 }), { ref: "max" }); // 0 dB and less
 * ```
 */
export function powerToDb<S extends Spectrogram | MelSpectrogram>(
  powers: S,
  options: PowerToDbOptions = {},
): S {
  if (powers.decibels) throw new TypeError("Cannot convert to decibels as powers: they are decibels already");
  if (powers.power !== 2) throw new TypeError("Cannot convert to decibels as powers: they are magnitudes");
  const clips = powers.shape.length === 3 ? powers.shape[0]! : 1;
  return { ...powers, values: decibels(powers.values, clips, options), decibels: true };
}

/** Powers of so many clips as decibels. */
export function decibels(
  powers: Float32Array,
  clips: number,
  { ref = 1, amin = 1e-10, topDb = 80, engine = plainAudio }: PowerToDbOptions,
): Float32Array {
  if (!(amin > 0)) throw new RangeError(`Cannot take the smallest power as above 0: amin is ${amin}`);
  if (!(topDb >= 0)) throw new RangeError(`Cannot limit decibels as a range from 0: topDb is ${topDb}`);
  const values = new Float32Array(powers.length), length = values.length / clips;
  for (let clip = 0; clip < clips; clip++) {
    const part = powers.subarray(clip * length, (clip + 1) * length), at = placeOfLargest(part);
    const to = values.subarray(clip * length, (clip + 1) * length);
    engine.decibels(part, Math.max(amin, part[at]! * 10 ** (-topDb / 10)), to);
    const zero = ref === "max" ? to[at]! : 10 * Math.log10(Math.max(amin, Math.abs(ref)));
    if (zero !== 0) { for (let i = 0; i < to.length; i++) to[i]! -= zero; }
  }
  return values;
}

function placeOfLargest(values: Float32Array): number {
  let at = 0, largest = values[0]!;
  for (let i = 1; i < values.length; i++) {
    if (values[i]! <= largest) continue;
    largest = values[i]!;
    at = i;
  }
  return at;
}
