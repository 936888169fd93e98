import { knownVector, nearestWords } from "./nearest_words.ts";
import { selectWords } from "./select_words.ts";
import type { WordVectors } from "./word_vectors.ts";

/**
 * How nearly two words' vectors point in the same direction.
 *
 * @param vectors where the words are
 * @param pair two words
 * @returns the cosine of the angle between them: 1 for the same direction, 0 for a right angle
 * @throws {RangeError} when a word has no vector
 * @example
 * ```ts
 * import { wordSimilarity, wordVectors } from "unroll/text/mod.ts";
 * wordSimilarity(wordVectors(["king", "mat"], Float32Array.of(1, 0, 0, 1)), ["king", "mat"]); // 0
 * ```
 */
export function wordSimilarity(vectors: WordVectors, [one, other]: readonly [string, string]): number {
  return nearestWords(selectWords(vectors, [one]), knownVector(vectors, other), { count: 1 })[0]!.similarity;
}
