import { principalComponents } from "./principal_components.ts";
import { selectWords } from "./select_words.ts";
import type { WordVectors } from "./word_vectors.ts";

/** A word's place in a chart. */
export interface ProjectedWord {
  /** Along the direction in which the words differ most. */
  x: number;
  /** Along the second one. */
  y: number;
  /** The word. */
  label: string;
}

/** Words laid flat. */
export interface ProjectedWords {
  /** Each word's place, in their order. */
  points: ProjectedWord[];
  /** The share of all variance along x and along y. */
  explained: [number, number];
}

/**
 * Lays words flat for a chart, along the two directions in which their vectors differ most (see `principalComponents`).
 *
 * @param vectors where the words are
 * @param words at least two different ones
 * @returns a point for each word
 * @throws {RangeError} when there are not two words, or one has no vector
 * @example
 * ```ts
 * import { projectWords, wordVectors } from "unroll/text/mod.ts";
 * const vectors = wordVectors(["king", "queen", "mat"], Float32Array.of(1, 0.2, 1, 0.3, 0, 1));
 * (await projectWords(vectors, ["king", "mat"])).points[0]!.label; // "king"
 * ```
 */
export async function projectWords(vectors: WordVectors, words: readonly string[]): Promise<ProjectedWords> {
  const { values, dimensions } = selectWords(vectors, words);
  const { values: places, explained } = await principalComponents({
    values,
    shape: [words.length, dimensions],
  });
  const points = words.map((label, i) => ({ label, x: places[2 * i]!, y: places[2 * i + 1]! }));
  return { points, explained: [explained[0]!, explained[1]!] };
}
