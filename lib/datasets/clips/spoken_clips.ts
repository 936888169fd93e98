import {
  type AudioEngine,
  level,
  resample,
  spectralContrast,
  splitClips,
  type Waveform,
} from "../../audio/mod.ts";
import { checkPlaces } from "./_check_places.ts";
import { ClipFile } from "./_clip_file.ts";
import { checkEveryLanguage } from "./_every_language.ts";
import { cacheFolder } from "../files/folders.ts";
import type { SpeechDataset, Split, SpokenLanguage, SpokenRecording } from "../speech/speech_dataset.ts";

/** A piece of a recording. */
export interface SpokenClip extends Pick<SpokenRecording, "language" | "sentence" | "speaker"> {
  /** The recording that it was cut out of. */
  recording: string;
  /** The place of its language in the corpus's list: its class. */
  label: number;
  /** Where it begins in the recording (s). */
  from: number;
  /** Its mean spectral contrast (dB): little where there is noise alone. */
  contrast: number;
}

/** Clips of one length with their languages. The sounds are on disk; `read` fetches some. */
export interface SpokenClips extends Disposable {
  /** The languages, in the order of the labels. */
  languages: readonly SpokenLanguage[];
  /** The clips, in the corpus's order. */
  clips: readonly SpokenClip[];
  /** Every recording that could be read, those that gave no clip too: how long it is (s), how much of it is clipped (share of 1). */
  recordings: readonly { id: string; language: SpokenLanguage; seconds: number; clipped: number }[];
  /** What was left out, counted by the reason. */
  skipped: ReadonlyMap<string, number>;
  /**
   * The sounds of some clips, by their places in `clips`.
   *
   * @throws {RangeError} when there is no clip at a place
   */
  read(places: ArrayLike<number>): Waveform[];
}

/** Samples a second of all clips (Hz): the corpus's, and what the study's numbers are for. */
const sampleRate = 16_000;

/** Options of {@linkcode spokenClips}. */
export interface SpokenClipsOptions {
  /** The part of the corpus. */
  split: Split;
  /** How long a clip is (s). @default 4 */
  seconds?: number;
  /** From one clip's beginning to the next's (s); less than `seconds` makes more clips, which overlap. @default seconds */
  hopSeconds?: number;
  /** The shortest and the longest recording that is cut (s). @default [6, 15] */
  duration?: readonly [shortest: number, longest: number];
  /** What does the features' arithmetic. @default plainAudio */
  engine?: AudioEngine;
  /** Where the file with the clips lies while it is open. @default UNROLL_CACHE, or data/cache of the project */
  cache?: string;
}

/**
 * Cuts the recordings of a part into clips of one length, as study 000 does: recordings that are too short or too long are left out,
 * and so is what remains behind the last whole clip. Everything that is left out is counted. Recordings of another rate are brought to 16 kHz.
 *
 * A recording is read, cut and written to a file that has no name; in memory are the clips' languages and contrasts. All clips of a
 * recording are in one part, since the corpus is split before it is cut.
 *
 * @param corpus recordings with their languages
 * @param options the part; clips, durations, rate; engine
 * @returns the clips; dispose of them to give the disk back
 * @throws {RangeError} when a language has no clip left, or a time is out of range
 * @throws {MissingError} when no file can be made in the cache, or its disk is full
 * @example
 * ```ts
 * import { spokenClips, standInSpeech } from "unroll/datasets/mod.ts";
 * using clips = await spokenClips(await standInSpeech({ minutes: 1 }), { split: "train", duration: [4, 30] });
 * clips.read([0])[0]!.samples.length; // 64000
 * ```
 */
export async function spokenClips(corpus: SpeechDataset, options: SpokenClipsOptions): Promise<SpokenClips> {
  const { languages } = corpus, { split, seconds = 4, hopSeconds = seconds, cache = cacheFolder() } = options;
  const file = new ClipFile(cache, Math.round(seconds * sampleRate)), skipped = new Map<string, number>();
  const clips: SpokenClip[] = [], recordings: SpokenClips["recordings"][number][] = [];
  const skip = (reason: string): Map<string, number> => skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
  try {
    for await (const recording of corpus.recordings(split)) {
      const sound = soundOf(recording, options.engine, skip);
      if (!sound) continue;
      const { id, language, sentence, speaker } = recording, length = sound.samples.length / sampleRate;
      recordings.push({ id, language, seconds: length, clipped: level(sound).clipped });
      const pieces = isWanted(length, options, skip) ? splitClips(sound, { seconds, hopSeconds }) : [];
      pieces.forEach((piece, i) => {
        const own = { language, sentence, speaker, recording: id, label: languages.indexOf(language) };
        file.append(piece.samples);
        clips.push({ ...own, from: i * hopSeconds, contrast: meanContrast(piece, options.engine) });
      });
    }
    checkEveryLanguage(languages, { clips, skipped, what: `the ${split} part's recordings` });
  } catch (error) {
    file.close();
    throw error;
  }
  const read = (places: ArrayLike<number>): Waveform[] => {
    checkPlaces(places, clips.length);
    return Array.from(places, (place) => ({ samples: file.read(place), sampleRate }));
  };
  return { languages, clips, recordings, skipped, read, [Symbol.dispose]: () => file.close() };
}

type Skip = (reason: string) => void;

/** The recording at the rate wanted, unless its samples are of no use. */
function soundOf(
  { samples, sampleRate: from }: SpokenRecording,
  engine: AudioEngine | undefined,
  skip: Skip,
): Waveform | undefined {
  if (samples.length === 0) return void skip("no samples");
  if (samples.some((value) => !Number.isFinite(value))) {
    return void skip("samples that are not finite numbers");
  }
  return resample({ samples, sampleRate: from }, sampleRate, { engine });
}

function isWanted(
  length: number,
  { duration: [shortest, longest] = [6, 15] }: SpokenClipsOptions,
  skip: Skip,
): boolean {
  if (length < shortest) skip(`recordings shorter than ${shortest} s`);
  if (length > longest) skip(`recordings longer than ${longest} s`);
  return length >= shortest && length <= longest;
}

/** The study's measure of noise, with librosa's defaults. */
function meanContrast(clip: Waveform, engine: AudioEngine | undefined): number {
  const { values } = spectralContrast(clip, { engine });
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
