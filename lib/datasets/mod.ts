/**
 * The corpora: found in a cache, in a mirror or at their official address, verified; a labelled stand-in otherwise.
 *
 * @module
 */

// Files: found, fetched, verified
export type { Corpus, CorpusFile, DownloadProgress, Edition, Source } from "./files/corpus.ts";
export type { CorpusOptions } from "./files/corpus_options.ts";
export type { DatasetOptions } from "./files/dataset_options.ts";
export { download, type DownloadOptions } from "./files/download.ts";
export { findCorpus } from "./files/find_corpus.ts";
export { cacheFolder, mirrorFolders } from "./files/folders.ts";
export type { Found } from "./files/found.ts";
export type { Provenance } from "./files/provenance.ts";

// Texts
export { glove, gloveCorpus, type GloveOptions } from "./texts/glove.ts";
export { imdb, imdbCorpus } from "./texts/imdb.ts";
export {
  type ImdbSequences,
  imdbSequences,
  type ImdbSequencesOptions,
  type NumberedReviews,
} from "./texts/imdb_sequences.ts";
export type { Review, ReviewDataset } from "./texts/review_dataset.ts";
export { standInBook, type StandInBookOptions } from "./texts/stand_in_book.ts";
export { standInPlay, type StandInPlayOptions } from "./texts/stand_in_play.ts";
export { standInReviews, type StandInReviewsOptions } from "./texts/stand_in_reviews.ts";
export type { TextDataset } from "./texts/text_dataset.ts";
export { tinyShakespeare, tinyShakespeareCorpus } from "./texts/tiny_shakespeare.ts";
export { torresBook, torresBookCorpus } from "./texts/torres_book.ts";
export type { VectorDataset } from "./texts/vector_dataset.ts";
export { winkEmbeddingsCorpus } from "./texts/wink_embeddings.ts";

// Spoken language: FLEURS
export { fleurs, type FleursOptions } from "./fleurs/fleurs.ts";

// Spoken language: the stand-in
export {
  type SentenceToSpeak,
  type SpeakOptions,
  speakSentences,
} from "./spoken_stand_in/speak_sentences.ts";
export { type SpeakingVoice, speakingVoices } from "./spoken_stand_in/speaking_voices.ts";
export { standInSpeech, type StandInSpeechOptions } from "./spoken_stand_in/stand_in_speech.ts";

// Real speech and noise
export {
  backgroundNoise,
  backgroundNoiseCorpus,
  type BackgroundNoiseOptions,
  type NoiseRecording,
} from "./speech/background_noise.ts";
export type { RealClips } from "./speech/real_clips.ts";
export type { SpeechDataset, Split, SpokenLanguage, SpokenRecording } from "./speech/speech_dataset.ts";
export { speechSamples, speechSamplesCorpus, type SpeechSamplesOptions } from "./speech/speech_samples.ts";

// Clips and their batches
export {
  type ClipBatches,
  clipBatches,
  type ClipBatchesOptions,
  type ClipFeatures,
} from "./clips/clip_batches.ts";
export { selectClips, type SelectClipsOptions } from "./clips/select_clips.ts";
export {
  type SpokenClip,
  type SpokenClips,
  spokenClips,
  type SpokenClipsOptions,
} from "./clips/spoken_clips.ts";

// Voice activity
export { amiVad, amiVadCorpus, type AmiVadOptions } from "./voice_activity/ami_vad.ts";
export { frameLabels, type FrameLabelsOptions } from "./voice_activity/frame_labels.ts";
export { readRttm } from "./voice_activity/read_rttm.ts";
export { readUem } from "./voice_activity/read_uem.ts";
export {
  standInVoiceActivity,
  type StandInVoiceActivityOptions,
} from "./voice_activity/stand_in_voice_activity.ts";
export type {
  Background,
  MadeVoiceActivityRecording,
  VoiceActivityDataset,
  VoiceActivitySplit,
} from "./voice_activity/voice_activity_dataset.ts";
export {
  voiceActivityFolder,
  type VoiceActivityFolderOptions,
} from "./voice_activity/voice_activity_folder.ts";
export type { VoiceActivityRecording } from "./voice_activity/voice_activity_recording.ts";

// Measurements
export {
  jenaClimate,
  jenaClimateCorpus,
  type JenaClimateOptions,
  jenaWeatherCorpus,
} from "./measurements/jena_climate.ts";
export type { SeriesDataset } from "./measurements/series_dataset.ts";
export { standInClimate, type StandInClimateOptions } from "./measurements/stand_in_climate.ts";
export { standInSunspots, type StandInSunspotsOptions } from "./measurements/stand_in_sunspots.ts";
export { sunspots, sunspotsCorpus, type SunspotsOptions } from "./measurements/sunspots.ts";
