/** Words as points: one vector of the same length for each. */
export interface WordVectors {
  /** Numbers in a vector. */
  readonly dimensions: number;
  /** The words, in the order of the file: GloVe's commonest first. */
  readonly words: readonly string[];
  /** Every vector, [words, dimensions]. */
  readonly values: Float32Array;
  /** A word's vector [dimensions], a view of `values`; nothing for a word that is not there. */
  vectorOf(word: string): Float32Array | undefined;
}

/**
 * Puts words and their vectors together.
 *
 * @param words different words
 * @param values their vectors, one after another, [words, dimensions]
 * @returns the vectors by word
 * @throws {RangeError} when there is no word, a word comes twice, or the numbers don't divide among them
 * @example
 * ```ts
 * import { wordVectors } from "unroll/text/mod.ts";
 * wordVectors(["king", "queen"], Float32Array.of(1, 0, 1, 1)).vectorOf("queen"); // Float32Array [1, 1]
 * ```
 */
export function wordVectors(words: readonly string[], values: Float32Array): WordVectors {
  const dimensions = values.length / words.length;
  if (!(Number.isInteger(dimensions) && dimensions > 0)) {
    throw new RangeError(
      `Cannot share ${values.length} numbers as equal vectors: there are ${words.length} words`,
    );
  }
  const rows = new Map(words.map((word, row) => [word, row]));
  if (rows.size < words.length) {
    throw new RangeError("Cannot look up vectors as those of words: a word comes twice");
  }
  return {
    dimensions,
    words,
    values,
    vectorOf(word) {
      const row = rows.get(word);
      return row === undefined ? undefined : values.subarray(row * dimensions, (row + 1) * dimensions);
    },
  };
}
