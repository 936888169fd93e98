/**
 * Sound as numbers: files, frames, spectra, features.
 *
 * @module
 */

// Samples
export type { Waveform, Waveforms } from "./waveform.ts";

// Files: sound to samples and back
export { type AudioFormat, audioFormat } from "./files/audio_format.ts";
export { decodeAudio, type DecodeAudioOptions } from "./files/decode_audio.ts";
export { decodeWav } from "./files/decode_wav.ts";
export { encodeWav, type EncodeWavOptions } from "./files/encode_wav.ts";
export { readAudio } from "./files/read_audio.ts";
export type { Recording } from "./files/recording.ts";
export { toMono } from "./files/to_mono.ts";

// Clips of one length
export { padSilence, splitClips, type SplitClipsOptions } from "./clips/clips.ts";
export { type DurationStatistics, durationStatistics } from "./clips/duration_statistics.ts";

// Sampling rates and speed
export { changeSpeed } from "./resampling/change_speed.ts";
export { resample, type ResampleOptions } from "./resampling/resample.ts";

// Frames and windows
export { frame, type FrameOptions, type Frames } from "./frames/frame.ts";
export { type PadMode, type PadOptions, padSamples } from "./frames/pad_mode.ts";
export { windowFunction, type WindowName } from "./frames/window_function.ts";

// Spectra
export { type Spectrogram, spectrogram, type SpectrogramOptions } from "./spectra/spectrogram.ts";
export { type STFT, stft, type STFTOptions } from "./spectra/stft.ts";

// Features of frames
export { dctMatrix } from "./features/dct_matrix.ts";
export { delta, type DeltaOptions } from "./features/delta.ts";
export { frameFeatures, type FrameFeaturesOptions } from "./features/frame_features.ts";
export { meanOverTime } from "./features/mean_over_time.ts";
export { melFilterBank, type MelFilterBankOptions, type MelOptions } from "./features/mel_filter_bank.ts";
export { hzToMel, type MelScale, melToHz } from "./features/mel_scale.ts";
export {
  type MelSpectrogram,
  melSpectrogram,
  type MelSpectrogramOptions,
} from "./features/mel_spectrogram.ts";
export { type MeydaFrame, meydaFrame } from "./features/meyda_frame.ts";
export { type MFCC, mfcc, type MFCCOptions } from "./features/mfcc.ts";
export { normalizeFeatures } from "./features/normalize_features.ts";
export { powerToDb, type PowerToDbOptions } from "./features/power_to_db.ts";
export { type Level, level, rms } from "./features/rms.ts";
export { spectralCentroid } from "./features/spectral_centroid.ts";
export { spectralContrast, type SpectralContrastOptions } from "./features/spectral_contrast.ts";
export { spectralFlatness, type SpectralFlatnessOptions } from "./features/spectral_flatness.ts";
export { zeroCrossingRate, type ZeroCrossingRateOptions } from "./features/zero_crossing_rate.ts";

// Noise, and mixing it in
export { babble, type BabbleOptions } from "./noise/babble.ts";
export { brownNoise } from "./noise/brown_noise.ts";
export { clicks, type ClicksOptions } from "./noise/clicks.ts";
export { filteredNoise } from "./noise/filtered_noise.ts";
export { hum, type HumOptions } from "./noise/hum.ts";
export { mixNoise, type MixNoiseOptions } from "./noise/mix_noise.ts";
export { musicTones } from "./noise/music_tones.ts";
export type { NoiseOptions } from "./noise/noise_options.ts";
export { pinkNoise } from "./noise/pink_noise.ts";
export { whiteNoise } from "./noise/white_noise.ts";

// Augmentation
export { augmentSound, type AugmentSoundOptions } from "./augmentation/augment_sound.ts";
export { reverberate, type ReverberateOptions } from "./augmentation/reverberate.ts";
export { roomResponse, type RoomResponseOptions } from "./augmentation/room_response.ts";
export { specAugment, type SpecAugmentOptions } from "./augmentation/spec_augment.ts";

// Who computes: plain TypeScript or the native engine
export type { AudioEngine, BlockJob, Matrix, SpectraJob, UseRows } from "./engine/audio_engine.ts";
export { nativeAudio } from "./engine/native_audio.ts";
export { plainAudio } from "./engine/plain_audio.ts";
export { type RealFFT, realFFT } from "./engine/real_fft.ts";
