import { type Random, random } from "../../core/mod.ts";
import { noiseOf } from "./_noise.ts";

/** Skip-gram's two tables of weights and one step of its training; a class, for the tables are read a hundred million times. */
export class SkipGramLearner {
  /** [words, dimensions], the vectors. */
  readonly words: Float32Array;
  /** [words, dimensions], what a word is as a neighbour. */
  readonly #contexts: Float32Array;
  /** [dimensions], what the word's vector is to gain in this step. */
  readonly #change: Float32Array;
  /** Word numbers, each as often as it is to be drawn. */
  readonly #noise: Int32Array;
  readonly #negatives: number;
  readonly chance: Random;
  /** The size of a step. */
  rate = 0;
  #loss = 0;
  #pairs = 0;

  constructor(
    counts: readonly number[],
    { dimensions, negatives, seed }: { dimensions: number; negatives: number; seed: number },
  ) {
    const size = counts.length * dimensions;
    this.chance = random(seed);
    this.words = Float32Array.from({ length: size }, () => (this.chance.next() - 0.5) / dimensions);
    this.#contexts = new Float32Array(size);
    this.#change = new Float32Array(dimensions);
    this.#noise = noiseOf(counts);
    this.#negatives = negatives;
  }

  /** The mean loss, in nats a neighbour, since the last call. */
  takeLoss(): number {
    const mean = this.#loss / Math.max(this.#pairs, 1);
    this.#loss = this.#pairs = 0;
    return mean;
  }

  /** One step for each word and each of its neighbours. */
  read(row: Int32Array, window: number): void {
    for (let i = 0; i < row.length; i++) {
      const reach = this.chance.integer(1, window + 1), end = Math.min(row.length - 1, i + reach);
      for (let j = Math.max(0, i - reach); j <= end; j++) if (j !== i) this.#learn(row[i]!, row[j]!);
    }
  }

  /** Towards the neighbour, away from words drawn at random. */
  #learn(word: number, neighbour: number): void {
    const words = this.words, change = this.#change, dimensions = change.length, from = word * dimensions;
    change.fill(0);
    this.#compare(from, neighbour * dimensions, 1);
    for (let n = 0; n < this.#negatives; n++) {
      const other = this.#noise[this.chance.integer(0, this.#noise.length)]!;
      if (other !== neighbour) this.#compare(from, other * dimensions, -1);
    }
    for (let d = 0; d < dimensions; d++) words[from + d]! += change[d]!;
    this.#pairs++;
  }

  /** Asks whether two words stood together (1) or not (-1), corrects the second, keeps what the first has to gain. */
  #compare(from: number, to: number, truth: 1 | -1): void {
    const words = this.words, contexts = this.#contexts, change = this.#change, dimensions = change.length;
    let product = 0;
    for (let d = 0; d < dimensions; d++) product += words[from + d]! * contexts[to + d]!;
    const right = 1 / (1 + Math.exp(-truth * product)); // the chance that it gives to the truth
    const step = truth * this.rate * (1 - right);
    for (let d = 0; d < dimensions; d++) {
      const context = contexts[to + d]!;
      change[d]! += step * context;
      contexts[to + d] = context + step * words[from + d]!;
    }
    this.#loss -= Math.log(Math.max(right, 1e-12));
  }
}
