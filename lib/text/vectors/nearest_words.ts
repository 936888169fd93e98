import type { WordVectors } from "./word_vectors.ts";

/** A word and how near it is. */
export interface NearWord {
  /** The word. */
  word: string;
  /** The cosine of the angle between the vectors: 1 for the same direction. */
  similarity: number;
}

/** Options of `nearestWords` and `analogy`. */
export interface NearestWordsOptions {
  /** How many words. @default 10 */
  count?: number;
  /** Words that are passed over. @default the word itself */
  except?: readonly string[];
}

/**
 * The words whose vectors point most nearly where a word's does, or where a vector points.
 *
 * @param vectors where to look
 * @param target a word, or a vector [dimensions]
 * @param options how many, which not
 * @returns the nearest first
 * @throws {RangeError} when the word has no vector, the vector has another length, or the count is no positive whole number
 * @example
 * ```ts
 * import { nearestWords, wordVectors } from "unroll/text/mod.ts";
 * const vectors = wordVectors(["king", "queen", "mat"], Float32Array.of(1, 0.2, 1, 0.3, 0, 1));
 * nearestWords(vectors, "king", { count: 1 })[0]; // { word: "queen", similarity: 0.99… }
 * ```
 */
export function nearestWords(
  vectors: WordVectors,
  target: string | ArrayLike<number>,
  { count = 10, except = typeof target === "string" ? [target] : [] }: NearestWordsOptions = {},
): NearWord[] {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`Cannot list words as a positive whole number: ${count}`);
  }
  const wanted = typeof target === "string" ? knownVector(vectors, target) : target;
  if (wanted.length !== vectors.dimensions) {
    throw new RangeError(`Cannot compare vectors as of ${vectors.dimensions} numbers: ${wanted.length}`);
  }
  const passed = new Set(except);
  return vectors.words
    .map((word, row) => ({ word, similarity: cosine(vectors, row, wanted) }))
    .filter(({ word }) => !passed.has(word))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, count);
}

/** A word's vector, or a RangeError. */
export function knownVector(vectors: WordVectors, word: string): Float32Array {
  const vector = vectors.vectorOf(word);
  if (vector) return vector;
  throw new RangeError(
    `Cannot find ${JSON.stringify(word)} as one of ${vectors.words.length} words: it has no vector`,
  );
}

function cosine({ values, dimensions }: WordVectors, row: number, other: ArrayLike<number>): number {
  let product = 0, own = 0, others = 0;
  for (let d = 0; d < dimensions; d++) {
    const a = values[row * dimensions + d]!, b = other[d]!;
    product += a * b;
    own += a * a;
    others += b * b;
  }
  return own > 0 && others > 0 ? product / Math.sqrt(own * others) : 0;
}
