import { type Random, random } from "../../core/mod.ts";
import { oneOf, seconds, within } from "../spoken_stand_in/_draw.ts";
import { declaration } from "../spoken_stand_in/_declaration.ts";
import type { Range } from "../spoken_stand_in/_speech_parameters.ts";
import { voicesOf } from "../spoken_stand_in/_speech_plan.ts";
import {
  type Background,
  voiceActivityParameters as parameters,
  type VoiceActivitySplit,
} from "./_voice_activity_parameters.ts";
import type { SentenceToSpeak } from "../spoken_stand_in/speak_sentences.ts";
import type { SpokenLanguage } from "../speech/speech_dataset.ts";

/** A recording before it is made. */
export interface PlannedVoiceActivity {
  id: string;
  split: VoiceActivitySplit;
  /** A whole number of hundredths. */
  seconds: number;
  /** Sentences, by number, that may be heard; none where nobody speaks. */
  sentences: number[];
  /** Seconds between sentences: at least, and on average on top. */
  pause: Range;
  room?: { rt60: number; directToReverberant: number };
  background: Background;
  /** Voices over the background (dB). */
  snr: number;
  /** Root mean square of what is spoken (dB below full scale). */
  level: number;
  /** Sentences that babble, where there is babble. */
  babblers: number[];
  /** Where everything else is from. */
  chance: Random;
}

const languages: readonly SpokenLanguage[] = ["en", "es", "fr", "ja"];

/** The sentences of a part, by number. */
export async function plannedSentences(split: VoiceActivitySplit, seed: number): Promise<SentenceToSpeak[]> {
  const texts = await Promise.all(languages.map(async (language) => {
    const { train, validation, test } = await declaration(language);
    const known = new Set(train.map(({ text }) => text)); // some clauses stand in several articles
    return split === "train" ? train : [...validation, ...test].filter(({ text }) => !known.has(text));
  }));
  const voices = split === "train" ? voicesOf("train") : [...voicesOf("validation"), ...voicesOf("test")];
  return Array.from({ length: parameters.sentences[split] }, (_, number) => {
    const chance = random(seed).fork(`voice activity sentence ${split} ${number}`),
      at = number % languages.length;
    return {
      text: oneOf(texts[at]!, chance).text,
      language: languages[at]!,
      voice: voices[(number * 7) % voices.length]!,
      speed: Math.round(within(parameters.speed, chance)),
      pitch: Math.round(within(parameters.pitch, chance)),
    };
  });
}

/** The first recordings of a part: those of a longer plan are the same. */
export function plannedRecordings(
  split: VoiceActivitySplit,
  count: number,
  seed: number,
): PlannedVoiceActivity[] {
  return Array.from({ length: count }, (_, number) => {
    const id = `${split}_${String(number).padStart(3, "0")}`;
    return planned({ id, split, number }, random(seed).fork(`voice activity ${id}`));
  });
}

function planned(
  { id, split, number }: { id: string; split: VoiceActivitySplit; number: number },
  chance: Random,
): PlannedVoiceActivity {
  const { silent, dense, pause, room, backgrounds, snr, babble, hiss, level, babblers } = parameters;
  const manner = chance.next(), background = backgrounds[split][number % backgrounds[split].length]!;
  const known = Math.min(parameters.sentences[split], parameters.sentences.first + number);
  const sentence = () => chance.integer(0, known), echo = chance.next() < room.share;
  return {
    ...{ id, split, seconds: Math.round(100 * seconds(parameters.duration, chance)) / 100, background },
    sentences: manner < silent ? [] : Array.from({ length: 24 }, sentence),
    pause: manner > 1 - dense ? pause.dense : pause.usual,
    room: echo
      ? { rt60: within(room.rt60, chance), directToReverberant: within(room.directToReverberant, chance) }
      : undefined,
    snr: within(background === "none" ? hiss : background === "babble" ? babble : snr, chance),
    level: within(level, chance),
    babblers: Array.from({ length: babblers }, sentence),
    chance: chance.fork("sound"),
  };
}
