import type { AudioEngine } from "./audio_engine.ts";
import type { MelSpectrogram } from "./mel_spectrogram.ts";
import { plainAudio } from "./plain_audio.ts";
import type { Spectrogram } from "./spectrogram.ts";

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
  const values = engine.decibels(powers, amin), length = values.length / clips;
  for (let clip = 0; clip < clips; clip++) {
    limit(values.subarray(clip * length, (clip + 1) * length), { ref, amin, topDb });
  }
  return values;
}

function limit(values: Float32Array, { ref, amin, topDb }: Required<Omit<PowerToDbOptions, "engine">>): void {
  let largest = -Infinity, smallest = Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value > largest) largest = value;
    if (value < smallest) smallest = value;
  }
  const zero = ref === "max" ? largest : 10 * Math.log10(Math.max(amin, Math.abs(ref)));
  const least = largest - topDb;
  if (zero === 0 && smallest >= least) return;
  for (let i = 0; i < values.length; i++) values[i] = Math.max(least, values[i]!) - zero;
}
