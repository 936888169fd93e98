import type { TextToWordsOptions } from "./text_to_words.ts";

/** Options of `Tokenizer`, as Keras names them. */
export interface TokenizerOptions extends TextToWordsOptions {
  /** Only words with an index below it are used: the `numWords - 1` commonest. @default all */
  numWords?: number;
  /** Tokens are characters. @default false */
  charLevel?: boolean;
  /** A word with index 1 that stands for every unknown one. @default none, unknown words are left out */
  oovToken?: string;
}

/** How `textsToMatrix` fills a text's row: 1 for a word that is there, its count, its share, or its TF-IDF weight. */
export type MatrixMode = "binary" | "count" | "freq" | "tfidf";

/** A text, or a list of tokens that are taken as they are. */
export type TextOrTokens = string | readonly string[];
