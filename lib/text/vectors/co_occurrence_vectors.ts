import { random } from "../../core/mod.ts";
import { sparse, type SparseMatrix } from "./_sparse.ts";
import { spectrum } from "./_spectrum.ts";
import { countTokens } from "../words/count_tokens.ts";
import { type WordVectors, wordVectors } from "./word_vectors.ts";

/** Options of `coOccurrenceVectors`. */
export interface CoOccurrenceVectorsOptions {
  /** Numbers in a vector. @default 100 */
  dimensions?: number;
  /** How many of the commonest words get a vector; the table of counts has the square of it. @default 5000 */
  limit?: number;
  /** Words to either side that count as neighbours. @default 5 */
  window?: number;
  /** Which random subspace the decomposition begins with. @default 7 */
  seed?: number;
}

/**
 * Learns word vectors from a text without a network, by what GloVe builds on: who stands beside whom. Neighbours are counted, a
 * neighbour at distance d as 1/d; the counts become positive pointwise mutual information, max(0, ln(p(a, b) / (p(a) p(b)))); the
 * strongest eigenvectors of that table, each times the root of its eigenvalue, are the vectors (Levy, Goldberg, Dagan 2015). Numbers
 * beyond the count of words are zeros. The same options give the same vectors.
 *
 * @param sequences the words of each document; neighbours are never in another document
 * @param options sizes, seed
 * @returns the vectors, the commonest word first
 * @throws {RangeError} when an option is no positive whole number, or no word has a neighbour
 * @example
 * ```ts
 * import { coOccurrenceVectors, nearestWords } from "unroll/text/mod.ts";
 * const texts = ["the cat drinks milk", "the dog drinks water", "a cat and a dog play"].map((text) => text.split(" "));
 * nearestWords(await coOccurrenceVectors(texts, { dimensions: 3 }), "cat", { count: 1 });
 * ```
 */
export async function coOccurrenceVectors(
  sequences: readonly (readonly string[])[],
  { dimensions = 100, limit = 5000, window = 5, seed = 7 }: CoOccurrenceVectorsOptions = {},
): Promise<WordVectors> {
  for (const [name, value] of Object.entries({ dimensions, limit, window })) {
    if (!(Number.isInteger(value) && value > 0)) {
      throw new RangeError(`Cannot learn vectors with ${name} as a positive whole number: ${value}`);
    }
  }
  const words = [...countTokens(flat(sequences)).keys()].slice(0, limit);
  const table = information(neighbours(sequences, { words, window }), words.length);
  if (table.values.length === 0) {
    throw new RangeError("Cannot learn vectors as those of neighbours: no word has one");
  }
  const found = await spectrum(table, { count: dimensions, iterations: 3, random: random(seed) });
  return wordVectors(words, scaled(found, { rows: words.length, dimensions }));
}

function* flat(sequences: readonly (readonly string[])[]): Generator<string> {
  for (const sequence of sequences) yield* sequence;
}

/** How near each two words come, [N * N], symmetric. */
function neighbours(
  sequences: readonly (readonly string[])[],
  { words, window }: { words: readonly string[]; window: number },
): Float32Array {
  const ids = new Map(words.map((word, id) => [word, id])), size = words.length;
  const counts = new Float32Array(size * size);
  for (const sequence of sequences) {
    const row = Int32Array.from(sequence, (word) => ids.get(word) ?? -1);
    for (let i = 0; i < row.length; i++) {
      for (let d = 1; d <= window && i + d < row.length; d++) {
        const a = row[i]!, b = row[i + d]!;
        if (a < 0 || b < 0) continue;
        counts[a * size + b]! += 1 / d;
        counts[b * size + a]! += 1 / d;
      }
    }
  }
  return counts;
}

/** Positive pointwise mutual information of counts. */
function information(counts: Float32Array, size: number): SparseMatrix {
  const sums = Float64Array.from(
    { length: size },
    (_, i) => counts.subarray(i * size, (i + 1) * size).reduce((sum, count) => sum + count, 0),
  );
  const total = sums.reduce((sum, one) => sum + one, 0);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const count = counts[i * size + j]!;
      if (count > 0) counts[i * size + j] = Math.max(0, Math.log(count * total / (sums[i]! * sums[j]!)));
    }
  }
  return sparse(counts, size);
}

/** Each eigenvector times the root of its value, and zeros behind: [rows, dimensions] */
function scaled(
  { vectors, values }: { vectors: Float64Array; values: Float64Array },
  { rows, dimensions }: { rows: number; dimensions: number },
): Float32Array {
  const out = new Float32Array(rows * dimensions);
  for (let row = 0; row < rows; row++) {
    values.forEach((value, d) => {
      out[row * dimensions + d] = vectors[row * values.length + d]! * Math.sqrt(Math.abs(value));
    });
  }
  return out;
}
