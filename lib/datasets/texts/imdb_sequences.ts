import { random } from "../../core/mod.ts";
import {
  type ShiftedSequences,
  shiftSequences,
  type ShiftSequencesOptions,
  Tokenizer,
} from "../../text/mod.ts";
import type { Review, ReviewDataset } from "./review_dataset.ts";

/** Options of `imdbSequences`, those of Keras's `imdb.load_data`. */
export interface ImdbSequencesOptions extends ShiftSequencesOptions {
  /** Of the order of each part. @default 113 */
  seed?: number;
}

/** Reviews as numbers, and what they say. */
export interface NumberedReviews {
  /** The numbers of each review's words. */
  sequences: number[][];
  /** 1 for a good review, 0 for a bad one. */
  labels: Int32Array;
}

/** Both parts of the reviews as numbers. */
export interface ImdbSequences {
  /** The part to learn from, shuffled. */
  train: NumberedReviews;
  /** The part to judge by, shuffled. */
  test: NumberedReviews;
  /** The rank of each word of the training part, from 1, as Keras's `get_word_index` has it: `indexFrom` is not added. */
  wordIndex: ReadonlyMap<string, number>;
}

/**
 * Film reviews as numbers by the conventions of Keras's `imdb.load_data`: a word's number is its rank in the whole training part
 * plus `indexFrom`, 0 is left for padding, 1 begins each review, 2 stands for what `numWords` leaves out. Words of the test part
 * that the training part does not have are dropped. On the real archive a review has 234.759 numbers on average, as in Keras's file.
 *
 * Porting note: the order of the reviews comes from this library's random numbers, not from NumPy's.
 *
 * @param reviews both parts, as `imdb` loads them
 * @param options as Keras's, in camelCase
 * @returns both parts as numbers, and the words' ranks
 * @throws {RangeError} when a part has no review, or none that is shorter than `maxlen`
 * @see https://keras.io/api/datasets/imdb/
 * @example
 * ```ts
 * import { imdb, imdbSequences } from "unroll/datasets/mod.ts";
 * const { train } = imdbSequences(await imdb({ sources: ["stand-in"] }), { numWords: 10_000 });
 * train.sequences[0]![0]; // 1: the review begins
 * ```
 */
export function imdbSequences(
  reviews: Pick<ReviewDataset, "train" | "test">,
  { seed = 113, ...options }: ImdbSequencesOptions = {},
): ImdbSequences {
  const tokenizer = new Tokenizer(), { train, test } = reviews;
  if (train.length === 0 || test.length === 0) {
    throw new RangeError(
      `Cannot number reviews as at least one a part: ${train.length} train, ${test.length} test`,
    );
  }
  tokenizer.fitOnTexts(train.map(({ text }) => text));
  const all = [...train, ...test];
  const shifted = shiftSequences(tokenizer.textsToSequences(all.map(({ text }) => text)), options);
  const part = (name: string, from: number, to: number): NumberedReviews => {
    const rows = rowsIn(shifted.kept, from, to);
    if (rows.length > 0) return numbered(random(seed).fork(name).shuffle(rows), { ...shifted, all });
    throw new RangeError(
      `Cannot keep reviews of the ${name} part as shorter than ${options.maxlen}: none is`,
    );
  };
  return {
    train: part("train", 0, train.length),
    test: part("test", train.length, all.length),
    wordIndex: tokenizer.wordIndex,
  };
}

/** Where the kept reviews are whose place is in [from, to). */
function rowsIn(kept: readonly number[], from: number, to: number): number[] {
  return kept.flatMap((place, row) => place >= from && place < to ? [row] : []);
}

function numbered(
  rows: readonly number[],
  { sequences, kept, all }: ShiftedSequences & { all: readonly Review[] },
): NumberedReviews {
  return {
    sequences: rows.map((row) => sequences[row]!),
    labels: Int32Array.from(rows, (row) => all[kept[row]!]!.label),
  };
}
