import { knownVector, nearestWords, type NearestWordsOptions, type NearWord } from "./nearest_words.ts";
import type { WordVectors } from "./word_vectors.ts";

/** "`from` is to `to` as `like` is to …". */
export interface AnalogyQuestion {
  /** man */
  from: string;
  /** king */
  to: string;
  /** woman */
  like: string;
}

/**
 * Answers "man is to king as woman is to …" by the nearest words to `to - from + like` (Mikolov et al. 2013), each vector of length 1;
 * the three words themselves are passed over.
 *
 * @param vectors where to look
 * @param question the three words
 * @param options how many answers
 * @returns the nearest first
 * @throws {RangeError} when a word has no vector
 * @example
 * ```ts
 * import { analogy, wordVectors } from "unroll/text/mod.ts";
 * const vectors = wordVectors(["man", "king", "woman", "queen"], Float32Array.of(1, 0, 1, 1, -1, 0.1, -1, 1));
 * analogy(vectors, { from: "man", to: "king", like: "woman" })[0]!.word; // "queen"
 * ```
 */
export function analogy(
  vectors: WordVectors,
  { from, to, like }: AnalogyQuestion,
  options: NearestWordsOptions = {},
): NearWord[] {
  const [a, b, c] = [from, to, like].map((word) => direction(knownVector(vectors, word)));
  const target = Float32Array.from(a!, (value, d) => b![d]! - value + c![d]!);
  return nearestWords(vectors, target, { except: [from, to, like], ...options });
}

function direction(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
