import { addTone } from "./_add_tone.ts";
import { levelled, noiseSize } from "./_made_noise.ts";
import type { Random } from "../../core/mod.ts";
import type { NoiseOptions } from "./noise_options.ts";
import type { Waveform } from "../waveform.ts";

/** Semitones of the major scale above its root. */
const scale = [0, 2, 4, 5, 7, 9, 11];
/** Degrees of the scale on which chords stand: I, IV, V, vi. */
const roots = [0, 3, 4, 5];
/** Seconds in which a note comes in; without them it would click. */
const attack = 0.01;

/** One note. */
interface Note {
  /** Seconds from the beginning. */
  from: number;
  seconds: number;
  /** Its pitch (Hz). */
  frequency: number;
  amplitude: number;
}

/**
 * Tones like music, which have pitch and rhythm as speech does but no words: chords of a major key, one every two beats, and a
 * melody over them, one note a beat; key and tempo (80 to 140 beats a minute) are drawn. A note is six harmonics, the k-th with
 * amplitude 1 / k, and fades away like a plucked string's.
 *
 * @param options length, rate, source of numbers
 * @returns round(seconds · sampleRate) samples with a root mean square of 0.1
 * @throws {RangeError} when the time or the rate is not positive and finite
 * @example
 * ```ts
 * import { musicTones } from "unroll/audio/mod.ts";
 * import { random } from "unroll/core/mod.ts";
 * musicTones({ seconds: 8, random: random(7) }).samples.length; // 128000
 * ```
 */
export function musicTones(options: NoiseOptions): Waveform {
  const { length, sampleRate } = noiseSize(options);
  const samples = new Float64Array(length);
  for (const note of melodyAndChords(options.seconds, options.random)) play(note, samples, sampleRate);
  return levelled(samples, sampleRate);
}

function melodyAndChords(seconds: number, random: Random): Note[] {
  const key = 110 * 2 ** (random.integer(0, 12) / 12), beat = 60 / (80 + 60 * random.next());
  const pitch = (degree: number): number => {
    const octave = Math.floor(degree / scale.length);
    return key * 2 ** (octave + scale[degree - octave * scale.length]! / 12);
  };
  const notes: Note[] = [];
  for (let from = 0, count = 0, root = 0; from < seconds; from += beat, count++) {
    if (count % 2 === 0) {
      root = roots[random.integer(0, roots.length)]!;
      for (const third of [0, 2, 4]) {
        notes.push({ from, seconds: 2 * beat, frequency: pitch(root + third), amplitude: 0.5 });
      }
    }
    notes.push({ from, seconds: beat, frequency: pitch(7 + root + random.integer(0, 6)), amplitude: 1 });
  }
  return notes;
}

function play({ from, seconds, frequency, amplitude }: Note, to: Float64Array, sampleRate: number): void {
  const start = Math.round(from * sampleRate), rise = Math.ceil(attack * sampleRate);
  const note = new Float64Array(Math.round(seconds * sampleRate));
  for (let k = 1; k <= 6; k++) {
    const step = 2 * Math.PI * k * frequency / sampleRate, decay = Math.exp(-3 / note.length);
    if (step < Math.PI) addTone(note, { step, amplitude: amplitude / k, decay });
  }
  const end = Math.min(note.length, to.length - start);
  for (let i = 0; i < end; i++) {
    to[start + i]! += note[i]! * Math.min(1, i / rise, (note.length - i) / rise);
  }
}
