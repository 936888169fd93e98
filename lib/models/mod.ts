/**
 * The studies' architectures, running them one token or frame at a time, saving and loading.
 *
 * @module
 */

// The studies' architectures
export { characterGRU, type CharacterGRUOptions } from "./architectures/character_gru.ts";
export { characterLSTM, type CharacterLSTMOptions } from "./architectures/character_lstm.ts";
export { languageCNN, type LanguageCNNOptions } from "./architectures/language_cnn.ts";
export { type LanguageOptions, languageRNN } from "./architectures/language_rnn.ts";
export { reviewCNN, type ReviewCNNOptions } from "./architectures/review_cnn.ts";
export { sentimentLSTM, type SentimentLSTMOptions } from "./architectures/sentiment_lstm.ts";
export { voiceActivityCDNN, type VoiceActivityCDNNOptions } from "./architectures/voice_activity_cdnn.ts";
export { voiceActivityLSTM, type VoiceActivityLSTMOptions } from "./architectures/voice_activity_lstm.ts";
export {
  voiceActivityRawCDNN,
  type VoiceActivityRawCDNNOptions,
} from "./architectures/voice_activity_raw_cdnn.ts";
export { wordGRU, type WordGRUOptions } from "./architectures/word_gru.ts";
export { wordLSTM, type WordLSTMOptions } from "./architectures/word_lstm.ts";

// A model in a table
export { type Summary, summary, type SummaryRow } from "./summary.ts";

// One token or frame at a time
export { type OneFrame, oneFrame } from "./steps/one_frame.ts";
export { type OneToken, oneToken } from "./steps/one_token.ts";
export { type VoiceDetector, voiceDetector, type VoiceDetectorOptions } from "./steps/voice_detector.ts";

// Saving and loading
export { type LoadedModel, loadModel, type LoadModelOptions } from "./saving/load_model.ts";
export type { StatefulOptimizer } from "./saving/_optimizer_state.ts";
export { saveModel, type SaveModelOptions } from "./saving/save_model.ts";
export { stockProblems } from "./saving/stock_problems.ts";

// Keras's files
export { loadKeras } from "./keras/load_keras.ts";
export { saveKeras, type SaveKerasOptions } from "./keras/save_keras.ts";
