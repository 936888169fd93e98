/**
 * Text as numbers: cleaning, words, n-grams, vocabularies, windows.
 *
 * @module
 */
export { characterVocabulary, type VocabularyOptions } from "./character_vocabulary.ts";
export { cleanText, type CleanTextOptions } from "./clean_text.ts";
export { countTokens } from "./count_tokens.ts";
export { ngrams } from "./ngrams.ts";
export { splitWords, type SplitWordsOptions } from "./split_words.ts";
export type { Values } from "./values.ts";
export type { Vocabulary, VocabularyJSON } from "./vocabulary.ts";
export { vocabularyFromJSON } from "./vocabulary_from_json.ts";
export { type Windows, windows } from "./windows.ts";
export { wordVocabulary, type WordVocabularyOptions } from "./word_vocabulary.ts";
