/**
 * Text as numbers: cleaning, words, n-grams, vocabularies, windows.
 *
 * @module
 */
export { analogy, type AnalogyQuestion } from "./analogy.ts";
export { characterVocabulary, type VocabularyOptions } from "./character_vocabulary.ts";
export { cleanText, type CleanTextOptions } from "./clean_text.ts";
export { coOccurrenceVectors, type CoOccurrenceVectorsOptions } from "./co_occurrence_vectors.ts";
export {
  type ConditionalFrequencies,
  conditionalFrequencies,
  type Conditioned,
} from "./conditional_frequencies.ts";
export { countTokens } from "./count_tokens.ts";
export { type EmbeddingMatrix, embeddingMatrix, type EmbeddingMatrixOptions } from "./embedding_matrix.ts";
export { type LabelEncoder, labelEncoder, type LabelEncoderOptions } from "./label_encoder.ts";
export type { TextLanguage } from "./language.ts";
export { type Lemma, type Lemmatizer, lemmatizer, type WordKind } from "./lemmatizer.ts";
export { longestCopy } from "./longest_copy.ts";
export { multiHot } from "./multi_hot.ts";
export { nearestWords, type NearestWordsOptions, type NearWord } from "./nearest_words.ts";
export { ngrams } from "./ngrams.ts";
export { oneHot } from "./one_hot.ts";
export { padSequences, type PadSequencesOptions } from "./pad_sequences.ts";
export { type PrincipalComponents, principalComponents } from "./principal_components.ts";
export { type ProjectedWord, type ProjectedWords, projectWords } from "./project_words.ts";
export { readWordVectors, type ReadWordVectorsOptions, type WordVectorSource } from "./read_word_vectors.ts";
export { rowsOf } from "./rows_of.ts";
export { selectWords } from "./select_words.ts";
export { type ShiftedSequences, shiftSequences, type ShiftSequencesOptions } from "./shift_sequences.ts";
export { shuffleTokens } from "./shuffle_tokens.ts";
export { skipGram, type SkipGramOptions } from "./skip_gram.ts";
export { splitWords, type SplitWordsOptions } from "./split_words.ts";
export { type Stemmer, stemmer } from "./stemmer.ts";
export { stopWords } from "./stop_words.ts";
export { type RankedDocument, type RankedTerm, type TfIdf, tfIdf } from "./tf_idf.ts";
export { KERAS_FILTERS, textToWords, type TextToWordsOptions } from "./text_to_words.ts";
export { Tokenizer } from "./tokenizer.ts";
export type { TokenizerJSON } from "./_tokenizer_json.ts";
export { tokenizerFromJSON } from "./tokenizer_from_json.ts";
export type { MatrixMode, TextOrTokens, TokenizerOptions } from "./tokenizer_options.ts";
export type { Values } from "./values.ts";
export type { Vocabulary, VocabularyJSON } from "./vocabulary.ts";
export { vocabularyFromJSON } from "./vocabulary_from_json.ts";
export { type Windows, windows } from "./windows.ts";
export { wordSimilarity } from "./word_similarity.ts";
export { wordVocabulary, type WordVocabularyOptions } from "./word_vocabulary.ts";
export { type WordVectors, wordVectors } from "./word_vectors.ts";
