import type { Values } from "../values.ts";
import type { WordVectors } from "./word_vectors.ts";

/** Rows for an embedding layer, and how much of the vocabulary they cover. */
export interface EmbeddingMatrix extends Values<Float32Array> {
  /** Words of the vocabulary (below `size`) that have a vector. */
  found: number;
  /** Those that have none: their rows are zeros. */
  missing: string[];
  /** found / (found + missing). */
  coverage: number;
}

/** Options of `embeddingMatrix`. */
export interface EmbeddingMatrixOptions {
  /** Rows of the matrix; words with an index from it on are left out. @default the highest index + 1 */
  size?: number;
}

/**
 * Puts pretrained vectors where an embedding layer looks for them: `values[index * D + d]` is number d of the word with this
 * index, zeros for words without a vector, as study 002 does with GloVe. Freeze the layer with `trainable: false`.
 *
 * @param vectors pretrained ones
 * @param wordIndex index of each word, e.g. `tokenizer.wordIndex`
 * @param options how many rows
 * @returns [size, D] with its coverage
 * @throws {RangeError} when the size is no positive whole number, or no word of the vocabulary is below it
 * @example
 * ```ts
 * import { embeddingMatrix, wordVectors } from "unroll/text/mod.ts";
 * const vectors = wordVectors(["king", "queen"], Float32Array.of(1, 0, 1, 1));
 * embeddingMatrix(vectors, new Map([["queen", 1], ["fool", 2]])).coverage; // 0.5
 * ```
 */
export function embeddingMatrix(
  vectors: WordVectors,
  wordIndex: ReadonlyMap<string, number>,
  options: EmbeddingMatrixOptions = {},
): EmbeddingMatrix {
  const highest = [...wordIndex.values()].reduce((most, index) => Math.max(most, index), -1);
  const { size = highest + 1 } = options;
  if (!Number.isInteger(size) || size < 1) {
    throw new RangeError(`Cannot fill a matrix as of a positive number of rows: ${size}`);
  }
  const words = [...wordIndex].filter(([, index]) => index < size);
  if (words.length === 0) {
    throw new RangeError(`Cannot fill ${size} rows as those of words: no word has one of them`);
  }
  const values = new Float32Array(size * vectors.dimensions), missing: string[] = [];
  for (const [word, index] of words) {
    const vector = vectors.vectorOf(word);
    if (vector) values.set(vector, index * vectors.dimensions);
    else missing.push(word);
  }
  const found = words.length - missing.length;
  return { values, shape: [size, vectors.dimensions], found, missing, coverage: found / words.length };
}
