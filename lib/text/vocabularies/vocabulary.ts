import type { SplitWordsOptions } from "../words/split_words.ts";

/** How `Vocabulary` travels in files. */
export interface VocabularyJSON {
  /** What a token is. */
  unit: "character" | "word";
  /** How words are cut. */
  split?: SplitWordsOptions;
  /** Every token by its id, the unknown token included. */
  tokens: string[];
  /** Whether token 0 stands for every unknown one. */
  unknown: boolean;
}

/** The tokens of a text and their ids, both ways. */
export interface Vocabulary {
  /** What a token is. */
  readonly unit: "character" | "word";
  /** How many ids there are, the unknown token's included. */
  readonly size: number;
  /** Every token by its id. */
  readonly tokens: readonly string[];
  /** The id of the unknown token, 0; nothing where the vocabulary was made without one. */
  readonly unknown: number | undefined;
  /** What `decode` puts between tokens: nothing, or a space between words. */
  readonly separator: string;
  /** Ids of a text's tokens: `ids[i]` is that of token i. Throws a RangeError for an unknown token where there is no id for it. */
  encode(text: string): Int32Array;
  /** The text of ids. Throws a RangeError for an id outside of the vocabulary. */
  decode(ids: ArrayLike<number>): string;
  /** The different tokens of a text that the vocabulary does not know, in the order of the text. */
  unknownIn(text: string): string[];
  /** Plain data for a file; `vocabularyFromJSON` reads it. */
  toJSON(): VocabularyJSON;
}
