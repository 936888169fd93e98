/**
 * Sound as numbers: files, frames, spectra, features.
 *
 * @module
 */
export { type AudioFormat, audioFormat } from "./audio_format.ts";
export type { AudioEngine, BlockJob, Matrix, SpectraJob, UseRows } from "./audio_engine.ts";
export { augmentSound, type AugmentSoundOptions } from "./augment_sound.ts";
export { babble, type BabbleOptions } from "./babble.ts";
export { brownNoise } from "./brown_noise.ts";
export { clicks, type ClicksOptions } from "./clicks.ts";
export { changeSpeed } from "./change_speed.ts";
export { dctMatrix } from "./dct_matrix.ts";
export { padSilence, splitClips, type SplitClipsOptions } from "./clips.ts";
export { decodeAudio, type DecodeAudioOptions } from "./decode_audio.ts";
export { decodeWav } from "./decode_wav.ts";
export { delta, type DeltaOptions } from "./delta.ts";
export { type DurationStatistics, durationStatistics } from "./duration_statistics.ts";
export { encodeWav, type EncodeWavOptions } from "./encode_wav.ts";
export { filteredNoise } from "./filtered_noise.ts";
export { frameFeatures, type FrameFeaturesOptions } from "./frame_features.ts";
export { frame, type FrameOptions, type Frames } from "./frame.ts";
export { meanOverTime } from "./mean_over_time.ts";
export { melFilterBank, type MelFilterBankOptions, type MelOptions } from "./mel_filter_bank.ts";
export { hum, type HumOptions } from "./hum.ts";
export { hzToMel, type MelScale, melToHz } from "./mel_scale.ts";
export { type MelSpectrogram, melSpectrogram, type MelSpectrogramOptions } from "./mel_spectrogram.ts";
export { type MeydaFrame, meydaFrame } from "./meyda_frame.ts";
export { type MFCC, mfcc, type MFCCOptions } from "./mfcc.ts";
export { mixNoise, type MixNoiseOptions } from "./mix_noise.ts";
export { musicTones } from "./music_tones.ts";
export { nativeAudio } from "./native_audio.ts";
export type { NoiseOptions } from "./noise_options.ts";
export { normalizeFeatures } from "./normalize_features.ts";
export { type PadMode, type PadOptions, padSamples } from "./pad_mode.ts";
export { pinkNoise } from "./pink_noise.ts";
export { plainAudio } from "./plain_audio.ts";
export { powerToDb, type PowerToDbOptions } from "./power_to_db.ts";
export { readAudio } from "./read_audio.ts";
export { type RealFFT, realFFT } from "./real_fft.ts";
export type { Recording } from "./recording.ts";
export { resample, type ResampleOptions } from "./resample.ts";
export { reverberate, type ReverberateOptions } from "./reverberate.ts";
export { type Level, level, rms } from "./rms.ts";
export { roomResponse, type RoomResponseOptions } from "./room_response.ts";
export { specAugment, type SpecAugmentOptions } from "./spec_augment.ts";
export { spectralCentroid } from "./spectral_centroid.ts";
export { spectralContrast, type SpectralContrastOptions } from "./spectral_contrast.ts";
export { spectralFlatness, type SpectralFlatnessOptions } from "./spectral_flatness.ts";
export { type Spectrogram, spectrogram, type SpectrogramOptions } from "./spectrogram.ts";
export { type STFT, stft, type STFTOptions } from "./stft.ts";
export { toMono } from "./to_mono.ts";
export type { Waveform, Waveforms } from "./waveform.ts";
export { whiteNoise } from "./white_noise.ts";
export { windowFunction, type WindowName } from "./window_function.ts";
export { zeroCrossingRate, type ZeroCrossingRateOptions } from "./zero_crossing_rate.ts";
