/**
 * The studies' architectures, running them one token at a time, saving and loading.
 *
 * @module
 */
export { characterGRU, type CharacterGRUOptions } from "./character_gru.ts";
export { characterLSTM, type CharacterLSTMOptions } from "./character_lstm.ts";
export { languageCNN, type LanguageCNNOptions } from "./language_cnn.ts";
export { type LanguageOptions, languageRNN } from "./language_rnn.ts";
export { loadKeras } from "./load_keras.ts";
export { type LoadedModel, loadModel, type LoadModelOptions } from "./load_model.ts";
export { type OneFrame, oneFrame } from "./one_frame.ts";
export { type OneToken, oneToken } from "./one_token.ts";
export { reviewCNN, type ReviewCNNOptions } from "./review_cnn.ts";
export type { StatefulOptimizer } from "./_optimizer_state.ts";
export { saveKeras, type SaveKerasOptions } from "./save_keras.ts";
export { saveModel, type SaveModelOptions } from "./save_model.ts";
export { sentimentLSTM, type SentimentLSTMOptions } from "./sentiment_lstm.ts";
export { stockProblems } from "./stock_problems.ts";
export { type Summary, summary, type SummaryRow } from "./summary.ts";
export { voiceActivityCDNN, type VoiceActivityCDNNOptions } from "./voice_activity_cdnn.ts";
export { voiceActivityLSTM, type VoiceActivityLSTMOptions } from "./voice_activity_lstm.ts";
export { voiceActivityRawCDNN, type VoiceActivityRawCDNNOptions } from "./voice_activity_raw_cdnn.ts";
export { type VoiceDetector, voiceDetector, type VoiceDetectorOptions } from "./voice_detector.ts";
export { wordGRU, type WordGRUOptions } from "./word_gru.ts";
export { wordLSTM, type WordLSTMOptions } from "./word_lstm.ts";
