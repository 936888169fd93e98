import { join } from "node:path";
import { decodeWav, encodeWav } from "../../audio/mod.ts";
import { writeWhole } from "../../core/mod.ts";
import { labelMeansSpeech, segmentRows } from "./_read_segment_rows.ts";
import { spokenSegments, type TrimmedSentence } from "./_spoken_segments.ts";
import {
  voiceActivityParameters as parameters,
  type VoiceActivitySplit,
} from "./_voice_activity_parameters.ts";
import { plannedRecordings, plannedSentences, type PlannedVoiceActivity } from "./_voice_activity_plan.ts";
import { type Material, voiceActivitySound } from "./_voice_activity_sound.ts";
import type { DatasetOptions } from "../files/dataset_options.ts";
import { backgroundNoise, type NoiseRecording } from "../speech/background_noise.ts";
import { makeMissing } from "../files/_make_missing.ts";
import { cacheFolder, forPeople } from "../files/folders.ts";
import { speakSentences } from "../spoken_stand_in/speak_sentences.ts";
import type { MadeVoiceActivityRecording, VoiceActivityDataset } from "./voice_activity_dataset.ts";

/** Options of {@linkcode standInVoiceActivity}. */
export interface StandInVoiceActivityOptions {
  /** How many recordings each part has: the first ones. @default { train: 510, validation: 72 }, as many as the study has */
  recordings?: Record<VoiceActivitySplit, number>;
  /** Which recordings. @default 2021 */
  seed?: number;
  /** The cache folder. @default UNROLL_CACHE, or data/cache of the project */
  cache?: string;
  /** Where the recordings of `backgroundNoise` are looked for. @default as `backgroundNoise` */
  noise?: DatasetOptions;
  /** Called as recordings are made, with how many are there and how many there will be. */
  onProgress?: (there: number, all: number) => void;
}

const id = "stand_in_voice_activity";

/**
 * Has sentences of the Universal Declaration of Human Rights spoken in four languages, with pauses, in rooms and in noises, and says
 * in which hundredths of a second somebody speaks. It is a stand-in for the labelled recordings of study 004, which are not public;
 * every figure from it must be labelled.
 *
 * Labels are exact: they come from the clean sentences. A piece of 10 ms is speech where it is no more than 40 dB below the
 * sentence's loud pieces (the 95th percentile); pauses shorter than 0.3 s are speech as well, and what then is shorter than 30 ms is not.
 * A room's echo after a word is no speech. Voices, sentences and random numbers of a part are in no other part, and brown
 * noise, clicks and a running tap are heard in validation alone.
 *
 * A threshold on a frame's energy is right on 50 to 80 % of the frames. The same options give the same recordings; they are made
 * once, kept in the cache as sounds with label files, and a run that was ended is continued by the next.
 *
 * @param options how many, which, where they are kept
 * @returns the recordings, read from the cache one after another: 16,000 Hz, 3 to 75 s
 * @throws {RangeError} when a part has no whole number of recordings from 1
 * @throws {MissingError} when recordings have to be made and espeak-ng is not installed, or the cache can't be used
 * @throws {CorruptError} when a recording of noise on this machine is damaged
 * @example
 * ```ts
 * import { standInVoiceActivity } from "unroll/datasets/mod.ts";
 * const { recordings } = await standInVoiceActivity({ recordings: { train: 3, validation: 2 } });
 * for await (const { samples, segments } of recordings("train")) samples.length + segments.length;
 * ```
 */
export async function standInVoiceActivity(
  options: StandInVoiceActivityOptions = {},
): Promise<VoiceActivityDataset> {
  const { recordings: counts = parameters.recordings, seed = 2021, cache = cacheFolder() } = options;
  for (const [split, count] of Object.entries(counts)) {
    if (!(Number.isInteger(count) && count >= 1)) {
      throw new RangeError(`Cannot make up a part as a whole number of recordings from 1: ${split} ${count}`);
    }
  }
  const { recordings: noises, source } = await backgroundNoise(options.noise);
  const known = source === "none" ? "made_noises" : "all_noises";
  const folder = join(cache, id, `edition_${parameters.edition}_seed_${seed}_${known}`);
  const plans = {
    train: plannedRecordings("train", counts.train, seed),
    validation: plannedRecordings("validation", counts.validation, seed),
  };
  await make(plans, { ...{ folder, seed, noises }, onProgress: options.onProgress });
  return {
    id,
    title: "stand-in for labelled recordings of voice activity: sentences by espeak-ng in rooms and noises",
    source: "stand-in",
    sourceNote:
      `A stand-in made by this project's own code: ${counts.train} + ${counts.validation} recordings of ` +
      `espeak-ng's voices in made rooms, ${
        source === "none" ? "made noises alone" : "made and recorded noises"
      }, kept in ${forPeople(folder)}.`,
    licence:
      "the text is in the public domain, the recordings are free to use (noises: CC BY 4.0, Speech Commands)",
    counts,
    recordings: (split) => read(plans[split], folder),
  };
}

interface Making {
  folder: string;
  seed: number;
  noises: readonly NoiseRecording[];
  onProgress?: (there: number, all: number) => void;
}

/** Makes what the folder lacks. The labels are written before the sound, so that a sound has them. */
async function make(
  plans: Record<VoiceActivitySplit, PlannedVoiceActivity[]>,
  { folder, seed, noises, onProgress }: Making,
): Promise<void> {
  const all = [...plans.train, ...plans.validation];
  await makeMissing(folder, all.map(soundOf), async (names) => {
    let there = all.length - names.size;
    for (const split of ["train", "validation"] as const) {
      const missing = plans[split].filter((plan) => names.has(soundOf(plan)));
      if (missing.length === 0) continue;
      const material: Material = { noises, sentence: await speakAll(missing, split, seed) };
      for (const plan of missing) {
        await write(plan, material, folder);
        onProgress?.(++there, all.length);
      }
    }
  });
}

function soundOf({ id }: PlannedVoiceActivity): string {
  return `${id}.wav`;
}

async function write(plan: PlannedVoiceActivity, material: Material, folder: string): Promise<void> {
  const { segments, ...sound } = voiceActivitySound(plan, material), path = join(folder, plan.id);
  const rows = segments.map(({ start, end }) => `${start.toFixed(2)}\t${end.toFixed(2)}\tspeech\n`);
  await writeWhole(`${path}.lab`, [new TextEncoder().encode(rows.join(""))]);
  await writeWhole(`${path}.wav`, [encodeWav(sound)]);
}

/** The sentences that these recordings need, each spoken once. */
async function speakAll(
  plans: readonly PlannedVoiceActivity[],
  split: VoiceActivitySplit,
  seed: number,
): Promise<Material["sentence"]> {
  const sentences = await plannedSentences(split, seed), spoken = new Map<number, TrimmedSentence>();
  const numbers = [...new Set(plans.flatMap(({ sentences, babblers }) => [...sentences, ...babblers]))];
  let next = 0;
  for await (const voice of speakSentences(numbers.map((number) => sentences[number]!))) {
    const number = numbers[next++]!, trimmed = spokenSegments(voice);
    if (trimmed) spoken.set(number, trimmed);
  }
  return (number) => spoken.get(number)!;
}

async function* read(
  plans: readonly PlannedVoiceActivity[],
  folder: string,
): AsyncGenerator<MadeVoiceActivityRecording> {
  const heard: readonly string[] = parameters.backgrounds.train;
  for (const { id, split, background, snr, room } of plans) {
    const path = join(folder, id), { channels, sampleRate } = decodeWav(await Deno.readFile(`${path}.wav`));
    const { segments } = segmentRows(await Deno.readTextFile(`${path}.lab`), `${path}.lab`, labelMeansSpeech);
    const samples = channels[0]!, evaluated = [{ start: 0, end: samples.length / sampleRate }];
    yield {
      ...{ id, samples, sampleRate, segments, evaluated, split, background, snr },
      unheard: !heard.includes(background),
      room: room !== undefined,
    };
  }
}
