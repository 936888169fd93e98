import { SkipGramLearner } from "./_skip_gram_learner.ts";
import { countTokens } from "../words/count_tokens.ts";
import { type WordVectors, wordVectors } from "./word_vectors.ts";

/** Options of `skipGram`. */
export interface SkipGramOptions {
  /** Numbers in a vector. @default 50 */
  dimensions?: number;
  /** How many of the commonest words get a vector. @default 5000 */
  limit?: number;
  /** The widest window of neighbours to either side; each word draws its own from 1 to this, so that near ones come more often. @default 5 */
  window?: number;
  /** Words drawn at random for each neighbour, which the network has to tell from it. @default 5 */
  negatives?: number;
  /** How often the text is read. @default 1 */
  epochs?: number;
  /** The first step's size; it falls evenly to a hundredth. @default 0.05 */
  learningRate?: number;
  /** Words of a greater share than this are left out at random, the commoner the oftener. @default 0.001 */
  subsample?: number;
  /** Of first vectors and all draws. @default 7 */
  seed?: number;
  /** Called a hundred times with the share that is done and the mean loss (nats a neighbour) since the last call. */
  onProgress?: (share: number, loss: number) => void;
  /** Ends learning when aborted; the vectors are then as good as they have become. */
  signal?: AbortSignal;
}

/**
 * Learns word vectors as Word2Vec does (Mikolov et al. 2013, skip-gram with negative sampling): a network of one hidden layer
 * is asked which words stand near a word and which were drawn at random; its first weights are the vectors. The same
 * options give the same vectors.
 *
 * @param sequences the words of each document; neighbours are never in another document
 * @param options sizes, rate, seed, progress
 * @returns the vectors, the commonest word first
 * @throws {RangeError} when an option is no positive number, or there are not two different words
 * @example
 * ```ts
 * import { nearestWords, skipGram } from "unroll/text/mod.ts";
 * const texts = ["the cat drinks milk", "the dog drinks water", "a cat and a dog play"].map((text) => text.split(" "));
 * nearestWords(await skipGram(texts, { dimensions: 8 }), "cat", { count: 1 });
 * ```
 */
export async function skipGram(
  sequences: readonly (readonly string[])[],
  options: SkipGramOptions = {},
): Promise<WordVectors> {
  const settings = { ...DEFAULTS, ...options };
  check(settings);
  const counts = [...countTokens(flat(sequences))].slice(0, settings.limit);
  if (counts.length < 2) {
    throw new RangeError("Cannot learn vectors as those of different words: there are not two");
  }
  const learner = new SkipGramLearner(counts.map(([, count]) => count), settings);
  await train(learner, rows(sequences, counts, settings.subsample), settings);
  return wordVectors(counts.map(([word]) => word), learner.words);
}

const DEFAULTS = {
  dimensions: 50,
  limit: 5000,
  window: 5,
  negatives: 5,
  epochs: 1,
  learningRate: 0.05,
  subsample: 0.001,
  seed: 7,
};

/** A document's word numbers and the chance that each is kept. */
interface Rows {
  documents: Int32Array[];
  kept: Float64Array;
}

type Settings = typeof DEFAULTS & SkipGramOptions;

function check({ seed: _, onProgress: __, signal: ___, learningRate, subsample, ...whole }: Settings): void {
  const bad = Object.entries(whole).find(([, value]) => !(Number.isInteger(value) && value > 0)) ??
    Object.entries({ learningRate, subsample }).find(([, value]) => !(value > 0 && value < Infinity));
  if (bad) throw new RangeError(`Cannot learn vectors with ${bad[0]} as a positive number: ${bad[1]}`);
}

function* flat(sequences: readonly (readonly string[])[]): Generator<string> {
  for (const sequence of sequences) yield* sequence;
}

function rows(
  sequences: readonly (readonly string[])[],
  counts: readonly (readonly [string, number])[],
  subsample: number,
): Rows {
  const ids = new Map(counts.map(([word], id) => [word, id]));
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  return {
    documents: sequences.map((words) =>
      Int32Array.from(words, (word) => ids.get(word) ?? -1).filter((id) => id >= 0)
    ),
    kept: Float64Array.from(counts, ([, count]) => Math.sqrt(subsample * total / count)),
  };
}

async function train(learner: SkipGramLearner, { documents, kept }: Rows, settings: Settings): Promise<void> {
  const { epochs, window, learningRate, onProgress, signal } = settings, { chance } = learner;
  const total = epochs * documents.reduce((sum, { length }) => sum + length, 0);
  let done = 0, reported = 0, looked = performance.now();
  for (let n = 0; n < epochs * documents.length && !signal?.aborted; n++) {
    const document = documents[n % documents.length]!,
      row = document.filter((id) => chance.next() < kept[id]!);
    learner.rate = learningRate * Math.max(0.01, 1 - done / total);
    learner.read(row, window);
    done += document.length;
    if (performance.now() - looked > PATIENCE) looked = await lookedUp();
    if (done < total && done / total - reported < 0.01) continue;
    onProgress?.(done / total, learner.takeLoss());
    reported = done / total;
  }
}

/** Milliseconds of work after which the event loop has a turn, so that a stop is seen. */
const PATIENCE = 100;

async function lookedUp(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return performance.now();
}
