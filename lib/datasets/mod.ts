/**
 * The corpora: found in a cache, in a mirror or at their official address, verified; a labelled stand-in otherwise.
 *
 * @module
 */
export { amiVad, amiVadCorpus, type AmiVadOptions } from "./ami_vad.ts";
export {
  backgroundNoise,
  backgroundNoiseCorpus,
  type BackgroundNoiseOptions,
  type NoiseRecording,
} from "./background_noise.ts";
export { type ClipBatches, clipBatches, type ClipBatchesOptions, type ClipFeatures } from "./clip_batches.ts";
export type { Corpus, CorpusFile, DownloadProgress, Edition, Source } from "./corpus.ts";
export type { DatasetOptions } from "./dataset_options.ts";
export { download, type DownloadOptions } from "./download.ts";
export { findCorpus } from "./find_corpus.ts";
export { fleurs, type FleursOptions } from "./fleurs.ts";
export { cacheFolder, mirrorFolders } from "./folders.ts";
export type { Found } from "./found.ts";
export { frameLabels, type FrameLabelsOptions } from "./frame_labels.ts";
export { glove, gloveCorpus, type GloveOptions } from "./glove.ts";
export { imdb, imdbCorpus } from "./imdb.ts";
export {
  type ImdbSequences,
  imdbSequences,
  type ImdbSequencesOptions,
  type NumberedReviews,
} from "./imdb_sequences.ts";
export { joinSegments } from "./join_segments.ts";
export {
  jenaClimate,
  jenaClimateCorpus,
  type JenaClimateOptions,
  jenaWeatherCorpus,
} from "./jena_climate.ts";
export { readRttm } from "./read_rttm.ts";
export { readUem } from "./read_uem.ts";
export type { RealClips } from "./real_clips.ts";
export type { Review, ReviewDataset } from "./review_dataset.ts";
export { selectClips, type SelectClipsOptions } from "./select_clips.ts";
export type { SeriesDataset } from "./series_dataset.ts";
export { type SentenceToSpeak, type SpeakOptions, speakSentences } from "./speak_sentences.ts";
export { type SpeakingVoice, speakingVoices } from "./speaking_voices.ts";
export type { SpeechDataset, Split, SpokenLanguage, SpokenRecording } from "./speech_dataset.ts";
export { speechSamples, speechSamplesCorpus, type SpeechSamplesOptions } from "./speech_samples.ts";
export type { SpeechSegment } from "./speech_segment.ts";
export { type SpokenClip, type SpokenClips, spokenClips, type SpokenClipsOptions } from "./spoken_clips.ts";
export { standInBook, type StandInBookOptions } from "./stand_in_book.ts";
export { standInClimate, type StandInClimateOptions } from "./stand_in_climate.ts";
export { standInPlay, type StandInPlayOptions } from "./stand_in_play.ts";
export { standInReviews, type StandInReviewsOptions } from "./stand_in_reviews.ts";
export { standInSpeech, type StandInSpeechOptions } from "./stand_in_speech.ts";
export { standInSunspots, type StandInSunspotsOptions } from "./stand_in_sunspots.ts";
export { standInVoiceActivity, type StandInVoiceActivityOptions } from "./stand_in_voice_activity.ts";
export { sunspots, sunspotsCorpus, type SunspotsOptions } from "./sunspots.ts";
export type { TextDataset } from "./text_dataset.ts";
export { tinyShakespeare, tinyShakespeareCorpus } from "./tiny_shakespeare.ts";
export { torresBook, torresBookCorpus } from "./torres_book.ts";
export type { VectorDataset } from "./vector_dataset.ts";
export type {
  Background,
  MadeVoiceActivityRecording,
  VoiceActivityDataset,
  VoiceActivitySplit,
} from "./voice_activity_dataset.ts";
export { voiceActivityFolder, type VoiceActivityFolderOptions } from "./voice_activity_folder.ts";
export type { VoiceActivityRecording } from "./voice_activity_recording.ts";
export { winkEmbeddingsCorpus } from "./wink_embeddings.ts";
