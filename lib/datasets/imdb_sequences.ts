import { random } from "../core/mod.ts";
import { shiftSequences, type ShiftSequencesOptions, Tokenizer } from "../text/mod.ts";
import type { ReviewDataset } from "./review_dataset.ts";

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
 * @throws {RangeError} when no review of a part is shorter than `maxlen`
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
  tokenizer.fitOnTexts(train.map(({ text }) => text));
  const all = [...train, ...test];
  const shifted = shiftSequences(tokenizer.textsToSequences(all.map(({ text }) => text)), options);
  const numbered = (name: string, from: number, to: number): NumberedReviews => {
    const rows = Array.from(shifted.kept.keys()).filter((row) => isIn(shifted.kept[row]!, from, to));
    if (rows.length === 0) {
      throw new RangeError(
        `Cannot keep reviews of the ${name} part as shorter than ${options.maxlen}: none is`,
      );
    }
    random(seed).fork(name).shuffle(rows);
    return {
      sequences: rows.map((row) => shifted.sequences[row]!),
      labels: Int32Array.from(rows, (row) => all[shifted.kept[row]!]!.label),
    };
  };
  return {
    train: numbered("train", 0, train.length),
    test: numbered("test", train.length, all.length),
    wordIndex: tokenizer.wordIndex,
  };
}

function isIn(place: number, from: number, to: number): boolean {
  return place >= from && place < to;
}
