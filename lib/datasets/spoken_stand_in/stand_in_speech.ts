import { createHash } from "node:crypto";
import { join } from "node:path";
import { decodeWav, encodeWav } from "../../audio/mod.ts";
import { random, writeWhole } from "../../core/mod.ts";
import { speechParameters } from "./_speech_parameters.ts";
import { languages, type PlannedRecording, speechPlan } from "./_speech_plan.ts";
import { type NoiseBank, noiseBank, recordedSound } from "./_speech_sound.ts";
import { makeMissing } from "../files/_make_missing.ts";
import { cacheFolder, forPeople } from "../files/folders.ts";
import { speakSentences } from "./speak_sentences.ts";
import type { SpeechDataset, Split, SpokenRecording } from "../speech/speech_dataset.ts";

/** Options of {@linkcode standInSpeech}. */
export interface StandInSpeechOptions {
  /** Minutes of recordings of each language, about. @default 30 */
  minutes?: number;
  /** Which recordings. @default 2024 */
  seed?: number;
  /** The cache folder. @default UNROLL_CACHE, or data/cache of the project */
  cache?: string;
  /** Called as recordings are made, with how many are there and how many there will be. */
  onProgress?: (there: number, all: number) => void;
}

const id = "stand_in_speech";

/** How long a recording is on average (s). */
const MEAN_SECONDS = 10.1;

/**
 * Has sentences of the Universal Declaration of Human Rights read in four languages, by 57 voices, in rooms and noises; more than a
 * third of the recordings are nearly pure noise. It is a stand-in for FLEURS; every figure from it must be labelled.
 *
 * Speakers and sentences of a part are in no other part. Loudness, rooms and noises say nothing about the language, but Spanish
 * has a few more recordings that are nearly pure noise. A linear model on the mean MFCC is right on 50 to 80 % of the test part's
 * clips without them. The same options give the same recordings; they are made once, kept in the cache, and a run that was ended
 * is continued by the next.
 *
 * @param options how much, which, where it is kept
 * @returns the recordings, read from the cache one after another: 16,000 Hz
 * @throws {RangeError} when the minutes are not positive and finite
 * @throws {MissingError} when recordings have to be made and espeak-ng is not installed, or the cache can't be used
 * @example
 * ```ts
 * import { standInSpeech } from "unroll/datasets/mod.ts";
 * const { recordings } = await standInSpeech({ minutes: 1 });
 * for await (const { language, samples } of recordings("test")) language.length + samples.length;
 * ```
 */
export async function standInSpeech(options: StandInSpeechOptions = {}): Promise<SpeechDataset> {
  const { minutes = 30, seed = 2024, cache = cacheFolder() } = options;
  if (!(minutes > 0 && Number.isFinite(minutes))) {
    throw new RangeError(`Cannot speak as a positive number of minutes: ${minutes}`);
  }
  const plan = await speechPlan(Math.ceil(minutes * 60 / MEAN_SECONDS), seed);
  const folder = join(cache, id, `${fingerprint()}_seed_${seed}`);
  await make(plan, { folder, seed, onProgress: options.onProgress });
  return {
    id,
    title: "stand-in for FLEURS: the Universal Declaration of Human Rights, spoken by espeak-ng",
    source: "stand-in",
    sourceNote: `A stand-in made by this project's own code, not FLEURS: ${plan.length} recordings by ` +
      `espeak-ng's voices in made rooms and noises, kept in ${forPeople(folder)}.`,
    licence: "the text is in the public domain, the recordings are free to use",
    languages,
    recordings: (split) => read(plan, { folder, split }),
    skipped: new Map(),
  };
}

/** Recordings made by other parameters have another folder. */
function fingerprint(): string {
  return createHash("sha256").update(JSON.stringify(speechParameters)).digest("hex").slice(0, 8);
}

/** Makes what the folder lacks; each recording is written whole or not at all. */
async function make(
  plan: readonly PlannedRecording[],
  { folder, seed, onProgress }: { folder: string; seed: number } & Pick<StandInSpeechOptions, "onProgress">,
): Promise<void> {
  await makeMissing(folder, plan.map(fileOf), async (names) => {
    const missing = plan.filter((recording) => names.has(fileOf(recording)));
    const banks = new Map<Split, NoiseBank>();
    let next = 0;
    for await (const voice of speakSentences(missing)) {
      const recording = missing[next++]!, { split } = recording;
      const bank = banks.get(split) ?? noiseBank(random(seed).fork(`noise of ${split}`));
      banks.set(split, bank);
      const sound = recordedSound(voice, recording, bank);
      await writeWhole(join(folder, fileOf(recording)), [encodeWav(sound)]);
      onProgress?.(plan.length - missing.length + next, plan.length);
    }
  });
}

function fileOf({ id }: PlannedRecording): string {
  return `${id}.wav`;
}

async function* read(
  plan: readonly PlannedRecording[],
  { folder, split }: { folder: string; split: Split },
): AsyncGenerator<SpokenRecording> {
  for (const recording of plan.filter((one) => one.split === split)) {
    const { id, language, sentence, text, voice } = recording;
    const { channels, sampleRate } = decodeWav(await Deno.readFile(join(folder, fileOf(recording))));
    yield { id, language, split, sentence, text, speaker: voice, samples: channels[0]!, sampleRate };
  }
}
