/** Options of `shiftSequences`, those of Keras's `imdb.load_data`. */
export interface ShiftSequencesOptions {
  /** Only indices below it, after the shift; the others are unknown. @default the highest that is there, itself left out */
  numWords?: number;
  /** Indices below it, after the shift, are unknown too: the commonest words. @default 0 */
  skipTop?: number;
  /** Sequences this long or longer are left out. @default none is */
  maxlen?: number;
  /** Begins each sequence; null for none. @default 1 */
  startChar?: number | null;
  /** Stands for unknown words; with null they are left out. @default 2 */
  oovChar?: number | null;
  /** What every index is raised by. @default 3 */
  indexFrom?: number;
}

/** Sequences by the conventions of Keras's `imdb.load_data`. */
export interface ShiftedSequences {
  /** The sequences that were kept. */
  sequences: number[][];
  /** `kept[i]` is the place of sequence i among those given: take its label from there. */
  kept: number[];
}

/**
 * Makes room for three signs below the words, as Keras's `imdb.load_data` does: 0 fills up, 1 begins, 2 is an unknown word, the
 * commonest word is 4. Study 002 reads the IMDB reviews so.
 *
 * @param sequences indices by how common a word is, from 1, e.g. of `Tokenizer.textsToSequences`
 * @param options the names are Keras's, in camelCase
 * @returns the sequences and which they are
 * @throws {RangeError} when no sequence is shorter than `maxlen`
 * @example
 * ```ts
 * import { shiftSequences } from "unroll/text/mod.ts";
 * shiftSequences([[1, 2, 900]], { numWords: 100 }).sequences; // [[1, 4, 5, 2]]
 * ```
 */
export function shiftSequences(
  sequences: readonly ArrayLike<number>[],
  options: ShiftSequencesOptions = {},
): ShiftedSequences {
  const { skipTop = 0, maxlen = Infinity, startChar = 1, oovChar = 2, indexFrom = 3 } = options;
  const start = startChar === null ? [] : [startChar];
  const shifted = sequences.map((
    sequence,
  ) => [...start, ...Array.from(sequence, (index) => index + indexFrom)]);
  const kept = shifted.flatMap(({ length }, place) => length < maxlen ? [place] : []);
  if (kept.length === 0) {
    throw new RangeError(`Cannot keep sequences as shorter than ${maxlen}: none of ${sequences.length} is`);
  }
  const { numWords = highest(kept.map((place) => shifted[place]!)) } = options;
  const isKnown = (index: number) => index >= skipTop && index < numWords;
  const known = (sequence: number[]) =>
    oovChar === null ? sequence.filter(isKnown) : sequence.map((index) => isKnown(index) ? index : oovChar);
  return { sequences: kept.map((place) => known(shifted[place]!)), kept };
}

function highest(sequences: readonly number[][]): number {
  return sequences.reduce((most, sequence) => sequence.reduce((a, b) => Math.max(a, b), most), 0);
}
