import { matrixOf } from "./_sequences_to_matrix.ts";
import { type TokenizerJSON, tokenizerToJSON } from "./_tokenizer_json.ts";
import { KERAS_FILTERS, wordCutter } from "./text_to_words.ts";
import type { MatrixMode, TextOrTokens, TokenizerOptions } from "./tokenizer_options.ts";
import type { Values } from "./values.ts";

/**
 * Keras's `Tokenizer` exactly: words by how common they are, index 0 for none, index 1 for the unknown one if there is one.
 * Golden values: tests/reference/text. Study 002 uses it for its one-hot example.
 *
 * @example
 * ```ts
 * import { Tokenizer } from "unroll/text/mod.ts";
 * const tokenizer = new Tokenizer({ numWords: 1000 });
 * tokenizer.fitOnTexts(["The cat sat on the mat.", "The dog ate my homework."]);
 * tokenizer.textsToSequences(["The dog sat."]); // [[1, 6, 3]]
 * ```
 */
export class Tokenizer {
  /** The options, all of them. */
  readonly options: Required<Omit<TokenizerOptions, "numWords" | "oovToken">> & TokenizerOptions;
  /** How often each word came, in the order in which the words came first. */
  readonly wordCounts = new Map<string, number>();
  /** In how many texts each word came. */
  readonly wordDocs = new Map<string, number>();
  /** In how many texts the word of each index came. */
  readonly indexDocs = new Map<number, number>();
  /** The index of each word, from 1. */
  readonly wordIndex = new Map<string, number>();
  /** The word of each index. */
  readonly indexWord = new Map<number, string>();
  /** How many texts it was fitted on. */
  documentCount = 0;
  #cut: (text: string) => string[];

  /**
   * @param options as Keras's, in camelCase
   * @throws {RangeError} when `numWords` is not a positive whole number or `split` is empty
   */
  constructor(options: TokenizerOptions = {}) {
    const { numWords } = options;
    if (numWords !== undefined && !(Number.isInteger(numWords) && numWords > 0)) {
      throw new RangeError(`Cannot limit a tokenizer as to a positive whole number of words: ${numWords}`);
    }
    this.options = { filters: KERAS_FILTERS, lower: true, split: " ", charLevel: false, ...options };
    this.#cut = wordCutter(this.options);
  }

  /** Counts the words of texts, after those of earlier calls, and numbers all of them anew. */
  fitOnTexts(texts: Iterable<TextOrTokens>): void {
    for (const text of texts) {
      const tokens = this.#tokensOf(text);
      this.documentCount++;
      for (const token of tokens) count(this.wordCounts, token);
      for (const token of new Set(tokens)) count(this.wordDocs, token);
    }
    this.#number();
  }

  /** The indices of each text's words; without an `oovToken` unknown words are left out. */
  textsToSequences(texts: Iterable<TextOrTokens>): number[][] {
    return Array.from(texts, (text) => this.#sequenceOf(this.#tokensOf(text)));
  }

  /** The words of each sequence, with spaces between. */
  sequencesToTexts(sequences: readonly (readonly number[])[]): string[] {
    const { numWords = Infinity, oovToken } = this.options;
    const wordOf = (index: number) => {
      const word = this.indexWord.get(index);
      return word !== undefined && index < numWords ? word : oovToken;
    };
    return sequences.map((sequence) => sequence.map(wordOf).filter((word) => word !== undefined).join(" "));
  }

  /**
   * A row of `numWords` columns a text, or of one more than there are words.
   * @throws {RangeError} when the tokenizer was fitted on nothing and it matters
   */
  textsToMatrix(texts: Iterable<TextOrTokens>, mode: MatrixMode = "binary"): Values<Float32Array> {
    return this.sequencesToMatrix(this.textsToSequences(texts), mode);
  }

  /** `textsToMatrix` of sequences. */
  sequencesToMatrix(
    sequences: readonly (readonly number[])[],
    mode: MatrixMode = "binary",
  ): Values<Float32Array> {
    return matrixOf(this, sequences, mode);
  }

  /** What Keras's `to_json` writes: `JSON.stringify(tokenizer)` is a file that `tokenizerFromJSON` and Keras read. */
  toJSON(): TokenizerJSON {
    return tokenizerToJSON(this);
  }

  #tokensOf(text: TextOrTokens): readonly string[] {
    const { charLevel, lower } = this.options;
    if (typeof text !== "string") return lower ? text.map((token) => token.toLowerCase()) : text;
    return charLevel ? [...(lower ? text.toLowerCase() : text)] : this.#cut(text);
  }

  #number(): void {
    const { oovToken } = this.options;
    const words = [...this.wordCounts].sort(([, a], [, b]) => b - a).map(([word]) => word);
    this.wordIndex.clear();
    this.indexWord.clear();
    (oovToken === undefined ? words : [oovToken, ...words]).forEach((word, i) =>
      this.wordIndex.set(word, i + 1)
    );
    for (const [word, index] of this.wordIndex) this.indexWord.set(index, word);
    for (const [word, documents] of this.wordDocs) this.indexDocs.set(this.wordIndex.get(word)!, documents);
  }

  #sequenceOf(tokens: readonly string[]): number[] {
    const { numWords = Infinity, oovToken } = this.options, sequence: number[] = [];
    const unknown = oovToken === undefined ? undefined : this.wordIndex.get(oovToken);
    for (const token of tokens) {
      const index = this.wordIndex.get(token);
      const used = index !== undefined && index < numWords ? index : unknown;
      if (used !== undefined) sequence.push(used);
    }
    return sequence;
  }
}

function count(counts: Map<string, number>, token: string): void {
  counts.set(token, (counts.get(token) ?? 0) + 1);
}
