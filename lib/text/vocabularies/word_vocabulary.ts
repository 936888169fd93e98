import { byCodePoint } from "../_by_code_point.ts";
import { TokenVocabulary, type Unit } from "./_token_vocabulary.ts";
import type { VocabularyOptions } from "./character_vocabulary.ts";
import { splitWords, type SplitWordsOptions } from "../words/split_words.ts";
import { countTokens } from "../words/count_tokens.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Options of `wordVocabulary`. */
export interface WordVocabularyOptions extends VocabularyOptions, SplitWordsOptions {
  /** The most words to know, the commonest ones; the others are unknown. @default all */
  limit?: number;
}

/** Words of a kind. */
export function wordsAs(split: SplitWordsOptions): Unit {
  return { unit: "word", split: (text) => splitWords(text, split), how: split, separator: " " };
}

/**
 * The vocabulary of a text's words, in the order of their code points, after the unknown token. Study 000's word model
 * has 42,197 words: `{ by: "spaces", unknown: false }` on Tiny Shakespeare.
 *
 * @param text the text that knows every word
 * @param options how words are cut, how many are known, whether there is an unknown token
 * @returns ids both ways; `decode` puts one space between words
 * @throws {RangeError} when the text has no word, or the limit is not a positive whole number
 * @example
 * ```ts
 * import { wordVocabulary } from "unroll/text/mod.ts";
 * const vocabulary = wordVocabulary("to be or not to be");
 * vocabulary.decode(vocabulary.encode("be or to")); // "be or to"
 * ```
 */
export function wordVocabulary(text: string, options: WordVocabularyOptions = {}): Vocabulary {
  const { by = "whitespace", language = "en", limit = Infinity, unknown = true } = options;
  if (!(limit >= 1 && (limit === Infinity || Number.isInteger(limit)))) {
    throw new RangeError(`Cannot limit a vocabulary as to a positive whole number of words: ${limit}`);
  }
  const counts = countTokens(splitWords(text, { by, language }));
  if (counts.size === 0) throw new RangeError("Cannot make a vocabulary as the words of a text: it has none");
  const known = [...counts.keys()].slice(0, limit).sort(byCodePoint);
  return new TokenVocabulary(known, wordsAs({ by, language }), unknown);
}
