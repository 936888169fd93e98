import type { Tokenizer } from "./tokenizer.ts";
import type { MatrixMode } from "./tokenizer_options.ts";
import type { Values } from "../values.ts";

/** A count c of index j in a sequence of length n as a weight. */
type Weight = (c: number, j: number, n: number) => number;

/** Keras's `sequences_to_matrix`; [N, numWords] in 32 bits. */
export function matrixOf(
  tokenizer: Tokenizer,
  sequences: readonly (readonly number[])[],
  mode: MatrixMode,
): Values<Float32Array> {
  const width = widthOf(tokenizer), weight = weightOf(tokenizer, mode);
  const values = new Float32Array(sequences.length * width);
  sequences.forEach((sequence, row) => {
    const counts = new Map<number, number>();
    for (const j of sequence) if (isIndex(j) && j < width) counts.set(j, (counts.get(j) ?? 0) + 1);
    for (const [j, c] of counts) values[row * width + j] = weight(c, j, sequence.length);
  });
  return { values, shape: [sequences.length, width] };
}

function isIndex(j: number): boolean {
  if (Number.isInteger(j) && j >= 0) return true;
  throw new RangeError(`Cannot fill a matrix at an index as a whole number from 0: ${j}`);
}

function widthOf({ options: { numWords }, wordIndex }: Tokenizer): number {
  if (numWords !== undefined) return numWords;
  if (wordIndex.size > 0) return wordIndex.size + 1;
  throw new RangeError(
    "Cannot make a matrix as wide as the vocabulary: fit the tokenizer first, or give it numWords",
  );
}

function weightOf({ documentCount, indexDocs }: Tokenizer, mode: MatrixMode): Weight {
  if (mode === "tfidf" && documentCount === 0) {
    throw new RangeError(
      "Cannot weigh as TF-IDF: fit the tokenizer on texts first, it has counted 0 documents",
    );
  }
  const weights: Record<MatrixMode, Weight> = {
    binary: () => 1,
    count: (c) => c,
    freq: (c, _, n) => c / n,
    tfidf: (c, j) => (1 + Math.log(c)) * Math.log(1 + documentCount / (1 + (indexDocs.get(j) ?? 0))),
  };
  const weight = weights[mode];
  if (weight) return weight;
  throw new RangeError(`Cannot fill a matrix as ${Object.keys(weights).join(", ")}: ${mode}`);
}
