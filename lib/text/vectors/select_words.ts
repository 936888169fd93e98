import { knownVector } from "./nearest_words.ts";
import { type WordVectors, wordVectors } from "./word_vectors.ts";

/**
 * The vectors of some words only, in their order.
 *
 * @param vectors where they are
 * @param words different words, all of which have a vector
 * @returns their vectors, copied
 * @throws {RangeError} when there is no word, one comes twice, or one has no vector
 * @example
 * ```ts
 * import { selectWords, wordVectors } from "unroll/text/mod.ts";
 * const vectors = wordVectors(["king", "queen", "mat"], Float32Array.of(1, 0, 1, 1, 0, 1));
 * selectWords(vectors, ["mat", "king"]).values; // Float32Array [0, 1, 1, 0]
 * ```
 */
export function selectWords(vectors: WordVectors, words: readonly string[]): WordVectors {
  const values = new Float32Array(words.length * vectors.dimensions);
  words.forEach((word, row) => values.set(knownVector(vectors, word), row * vectors.dimensions));
  return wordVectors(words, values);
}
