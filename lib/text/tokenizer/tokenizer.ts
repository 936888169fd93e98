import { matrixOf } from "./_sequences_to_matrix.ts";
import { type TokenizerJSON, tokenizerToJSON } from "./_tokenizer_json.ts";
import { WordTable } from "./_word_table.ts";
import { KERAS_FILTERS, textToWords, wordEnds } from "./text_to_words.ts";
import type { MatrixMode, TextOrTokens, TokenizerOptions } from "./tokenizer_options.ts";
import type { Values } from "../values.ts";

/**
 * Keras's `Tokenizer` exactly: words by how common they are, index 0 for none, index 1 for the unknown one if there is one.
 * Golden values: tests/reference/text. Study 002 uses it for its one-hot example.
 *
 * Porting note: lists of tokens stand for Keras's `analyzer`, and `numWords: 0`, which Keras takes for no limit, is an error.
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
  #ends: Uint8Array | undefined;
  #used: { table: WordTable; indices: number[] } | undefined;

  /**
   * A tokenizer that knows no word yet.
   *
   * @param options as Keras's, in camelCase
   * @throws {RangeError} when `numWords` is not a positive whole number or `split` is empty
   */
  constructor(options: TokenizerOptions = {}) {
    const { numWords, oovToken, filters = KERAS_FILTERS, lower = true, split = " ", charLevel = false } =
      options;
    if (numWords !== undefined && !(Number.isInteger(numWords) && numWords > 0)) {
      throw new RangeError(`Cannot limit a tokenizer as to a positive whole number of words: ${numWords}`);
    }
    this.options = { numWords, oovToken, filters, lower, split, charLevel };
    this.#ends = wordEnds(this.options);
  }

  /** Counts the words of texts, after those of earlier calls, and numbers all of them anew. */
  fitOnTexts(texts: Iterable<TextOrTokens>): void {
    const table = new WordTable(), counts: number[] = [], documents: number[] = [], last: number[] = [];
    for (const text of texts) {
      this.documentCount++;
      for (const id of this.#read(table, text, true)) {
        counts[id] = (counts[id] ?? 0) + 1;
        if (last[id] !== this.documentCount) documents[id] = (documents[id] ?? 0) + 1;
        last[id] = this.documentCount;
      }
    }
    table.words.forEach((word, id) => {
      add(this.wordCounts, word, counts[id]!);
      add(this.wordDocs, word, documents[id]!);
    });
    this.#number();
  }

  /** Counts sequences as texts, for TF-IDF: how many there are, and in how many of them each index comes. */
  fitOnSequences(sequences: readonly (readonly number[])[]): void {
    this.documentCount += sequences.length;
    for (const sequence of sequences) for (const index of new Set(sequence)) add(this.indexDocs, index, 1);
  }

  /** The indices of each text's words; without an `oovToken` unknown words are left out. */
  textsToSequences(texts: Iterable<TextOrTokens>): number[][] {
    const { table, indices } = this.#used ??= this.#usedWords();
    const unknown = this.wordIndex.get(this.options.oovToken!) ?? 0;
    return Array.from(texts, (text) => {
      const sequence: number[] = [];
      for (const id of this.#read(table, text, false)) {
        const index = id < 0 ? unknown : indices[id]!;
        if (index > 0) sequence.push(index);
      }
      return sequence;
    });
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

  /**
   * `textsToMatrix` of sequences.
   * @throws {RangeError} as `textsToMatrix`, and when an index is no whole number from 0
   */
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

  /** The numbers that a table has for a text's tokens. */
  #read(table: WordTable, text: TextOrTokens, learn: boolean): number[] {
    const { charLevel, lower } = this.options;
    if (typeof text !== "string") {
      return table.readWords(lower ? text.map((token) => token.toLowerCase()) : text, { learn });
    }
    const cased = lower ? text.toLowerCase() : text;
    if (!charLevel && this.#ends) return table.readText(cased, { ends: this.#ends, learn });
    return table.readWords(charLevel ? [...cased] : textToWords(text, this.options), { learn });
  }

  /** The words that `numWords` lets through, and their indices. */
  #usedWords(): { table: WordTable; indices: number[] } {
    const { numWords = Infinity } = this.options;
    const used = [...this.wordIndex].filter(([, index]) => index < numWords);
    const table = new WordTable();
    table.readWords(used.map(([word]) => word), { learn: true });
    return { table, indices: used.map(([, index]) => index) };
  }

  #number(): void {
    const { oovToken } = this.options;
    const words = [...this.wordCounts].sort(([, a], [, b]) => b - a).map(([word]) => word);
    this.#used = undefined;
    this.wordIndex.clear();
    this.indexWord.clear();
    (oovToken === undefined ? words : [oovToken, ...words]).forEach((word, i) =>
      this.wordIndex.set(word, i + 1)
    );
    for (const [word, index] of this.wordIndex) this.indexWord.set(index, word);
    for (const [word, documents] of this.wordDocs) this.indexDocs.set(this.wordIndex.get(word)!, documents);
  }
}

function add<Key>(counts: Map<Key, number>, token: Key, count: number): void {
  counts.set(token, (counts.get(token) ?? 0) + count);
}
