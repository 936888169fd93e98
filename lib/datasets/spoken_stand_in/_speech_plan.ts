import { type Random, random } from "../../core/mod.ts";
import { type Clause, declaration } from "./_declaration.ts";
import { oneOf, seconds, within } from "./_draw.ts";
import { type Range, speechParameters } from "./_speech_parameters.ts";
import { type SpeakingVoice, speakingVoices } from "./speaking_voices.ts";
import type { Split, SpokenLanguage, SpokenRecording } from "../speech/speech_dataset.ts";

/** A recording before it is made: what is said by whom, and what is heard beside it. */
export interface PlannedRecording
  extends Pick<SpokenRecording, "id" | "language" | "split" | "sentence" | "text"> {
  voice: SpeakingVoice;
  speed: number;
  pitch: number;
  /** The room's reverberation time (s) and the direct sound over its reflections (dB). */
  room?: { rt60: number; directToReverberant: number };
  /** The noise's kind, and the voice over it (dB); `static` where the voice is buried. */
  noise: { kind: typeof speechParameters.noise.kinds[number] | "static"; snr: number };
  /** Root mean square (dB below full scale). */
  level: number;
  /** Where the room's and the noise's numbers are from. */
  chance: Random;
}

export const languages: readonly SpokenLanguage[] = ["es", "fr", "en", "ja"];
export const splits: readonly Split[] = ["train", "validation", "test"];

/** Which recordings there are: the first so many of a longer plan are those of a shorter one. */
export async function speechPlan(count: number, seed: number): Promise<PlannedRecording[]> {
  const plans = await Promise.all(languages.map(async (language) => {
    const clauses = await declaration(language), numbers = { train: 0, validation: 0, test: 0 };
    return Array.from({ length: count }, (_, index) => {
      const split = splitOf(index), number = numbers[split]++;
      return planned(clauses[split], { language, split, number, seed });
    });
  }));
  return Array.from({ length: count }, (_, index) => plans.map((plan) => plan[index]!)).flat();
}

/** Parts take turns in their shares, so that the first few recordings have some of each. */
function splitOf(index: number): Split {
  const { validation, test } = speechParameters.shares, at = (index * 37 + 36) % 100;
  return at < test ? "test" : at < test + validation ? "validation" : "train";
}

/** Its multiples are spread so evenly that any stretch of recordings has about the share that is nearly pure noise. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

interface Place {
  language: SpokenLanguage;
  split: Split;
  number: number;
  seed: number;
}

function planned(clauses: readonly Clause[], { language, split, number, seed }: Place): PlannedRecording {
  const id = `${language}_${split}_${String(number).padStart(4, "0")}`, chance = random(seed).fork(id);
  const { room, noise, buried, level } = speechParameters;
  const manner = mannerOf(split, chance, seed),
    read = reading(clauses, { language, speed: manner.speed, chance });
  const inNoise = (number * GOLDEN) % 1 < buried.share[language];
  const echo = chance.next() < room.share;
  return {
    id,
    language,
    split,
    sentence: `${language}-${read[0]!.number}-${read.at(-1)!.number}`,
    text: read.map(({ text }) => text).join(language === "ja" ? "" : " "),
    ...manner,
    room: echo
      ? { rt60: within(room.rt60, chance), directToReverberant: within(room.directToReverberant, chance) }
      : undefined,
    noise: inNoise
      ? { kind: "static", snr: within(buried.snr, chance) }
      : { kind: oneOf(noise.kinds, chance), snr: within(noise.snr, chance) },
    level: within(level, chance),
    chance: chance.fork("sound"),
  };
}

/** Who speaks, how fast and how high. */
function mannerOf(
  split: Split,
  chance: Random,
  seed: number,
): Pick<PlannedRecording, "voice" | "speed" | "pitch"> {
  const voice = oneOf(voicesOf(split), chance),
    own = random(seed).fork(voice),
    { speed, pitch } = speechParameters;
  return {
    voice,
    speed: inRange(within(speed.speaker, own) + speed.recording * chance.normal(), [80, 450]),
    pitch: inRange(within(pitch.speaker, own) + pitch.recording * chance.normal(), [0, 99]),
  };
}

function inRange(value: number, [least, greatest]: Range): number {
  return Math.round(Math.min(greatest, Math.max(least, value)));
}

/** The voices of a part; no voice is in two. */
export function voicesOf(split: Split): readonly SpeakingVoice[] {
  const { validation, test } = speechParameters.voices,
    elsewhere: readonly string[] = [...validation, ...test];
  return split === "train"
    ? speakingVoices.filter((voice) => !elsewhere.includes(voice))
    : speechParameters.voices[split];
}

/** Tries, of which that one is taken whose clauses are nearest to the wanted duration. */
const TRIES = 8;

/** Some clauses in a row, about as long as is drawn. */
function reading(
  clauses: readonly Clause[],
  { language, speed, chance }: { language: SpokenLanguage; speed: number; chance: Random },
): Clause[] {
  const wanted = seconds(speechParameters.duration, chance) * speed / 170 /
    speechParameters.secondsPerCharacter[language];
  const tries = Array.from(
    { length: TRIES },
    () => asLong(clauses, { from: chance.integer(0, clauses.length), wanted }),
  );
  return tries.toSorted((a, b) => a.error - b.error)[0]!.read;
}

/** Clauses from one on until one more would be further from the wanted number of characters. */
function asLong(
  clauses: readonly Clause[],
  { from, wanted }: { from: number; wanted: number },
): { read: Clause[]; error: number } {
  const read = [clauses[from]!];
  let length = read[0]!.text.length;
  for (let i = from + 1; i < clauses.length; i++) {
    const { text, number } = clauses[i]!;
    if (number !== read.at(-1)!.number + 1) break; // the next article is another part's
    if (Math.abs(length + text.length - wanted) > Math.abs(length - wanted)) break;
    read.push(clauses[i]!);
    length += text.length;
  }
  return { read, error: Math.abs(length - wanted) / wanted };
}
