/**
 * Text as numbers: cleaning, words, n-grams, vocabularies, windows.
 *
 * @module
 */

// Words: cleaning, cutting, counting, stems and lemmas
export { cleanText, type CleanTextOptions } from "./words/clean_text.ts";
export {
  type ConditionalFrequencies,
  conditionalFrequencies,
  type Conditioned,
} from "./words/conditional_frequencies.ts";
export { countTokens } from "./words/count_tokens.ts";
export type { TextLanguage } from "./words/language.ts";
export { type Lemma, type Lemmatizer, lemmatizer, type WordKind } from "./words/lemmatizer.ts";
export { longestCopy } from "./words/longest_copy.ts";
export { ngrams } from "./words/ngrams.ts";
export { splitWords, type SplitWordsOptions } from "./words/split_words.ts";
export { type Stemmer, stemmer } from "./words/stemmer.ts";
export { stopWords } from "./words/stop_words.ts";

// Keras's tokenizer
export { KERAS_FILTERS, textToWords, type TextToWordsOptions } from "./tokenizer/text_to_words.ts";
export { Tokenizer } from "./tokenizer/tokenizer.ts";
export { tokenizerFromJSON } from "./tokenizer/tokenizer_from_json.ts";
export type { TokenizerJSON } from "./tokenizer/_tokenizer_json.ts";
export type { MatrixMode, TextOrTokens, TokenizerOptions } from "./tokenizer/tokenizer_options.ts";

// Vocabularies
export { characterVocabulary, type VocabularyOptions } from "./vocabularies/character_vocabulary.ts";
export type { Vocabulary, VocabularyJSON } from "./vocabularies/vocabulary.ts";
export { vocabularyFromJSON } from "./vocabularies/vocabulary_from_json.ts";
export { wordVocabulary, type WordVocabularyOptions } from "./vocabularies/word_vocabulary.ts";

// Sequences, windows, padding
export { padSequences, type PadSequencesOptions } from "./sequences/pad_sequences.ts";
export { rowsOf } from "./sequences/rows_of.ts";
export {
  type ShiftedSequences,
  shiftSequences,
  type ShiftSequencesOptions,
} from "./sequences/shift_sequences.ts";
export { shuffleTokens } from "./sequences/shuffle_tokens.ts";
export { type Windows, windows } from "./sequences/windows.ts";

// Labels, one-hot, multi-hot, TF-IDF
export { type LabelEncoder, labelEncoder, type LabelEncoderOptions } from "./encodings/label_encoder.ts";
export { multiHot } from "./encodings/multi_hot.ts";
export { oneHot } from "./encodings/one_hot.ts";
export { type RankedDocument, type RankedTerm, type TfIdf, tfIdf } from "./encodings/tf_idf.ts";

// Word vectors
export { analogy, type AnalogyQuestion } from "./vectors/analogy.ts";
export { coOccurrenceVectors, type CoOccurrenceVectorsOptions } from "./vectors/co_occurrence_vectors.ts";
export {
  type EmbeddingMatrix,
  embeddingMatrix,
  type EmbeddingMatrixOptions,
} from "./vectors/embedding_matrix.ts";
export { nearestWords, type NearestWordsOptions, type NearWord } from "./vectors/nearest_words.ts";
export { type PrincipalComponents, principalComponents } from "./vectors/principal_components.ts";
export { type ProjectedWord, type ProjectedWords, projectWords } from "./vectors/project_words.ts";
export {
  readWordVectors,
  type ReadWordVectorsOptions,
  type WordVectorSource,
} from "./vectors/read_word_vectors.ts";
export { selectWords } from "./vectors/select_words.ts";
export { skipGram, type SkipGramOptions } from "./vectors/skip_gram.ts";
export { wordSimilarity } from "./vectors/word_similarity.ts";
export { type WordVectors, wordVectors } from "./vectors/word_vectors.ts";

// Values
export type { Values } from "./values.ts";
