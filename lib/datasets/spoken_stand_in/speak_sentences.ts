import { decodeWav, resample, type Waveform } from "../../audio/mod.ts";
import { kanaReader } from "./_kana.ts";
import { type SpeakingOrder, SpeakingProcess } from "./_speaking_process.ts";
import { type SpeakingVoice, speakingVoices } from "./speaking_voices.ts";
import type { SpokenLanguage } from "../speech/speech_dataset.ts";

/** A sentence and how it is spoken. */
export interface SentenceToSpeak {
  /** What is said, in the language's own spelling. */
  text: string;
  /** The language; Japanese is read by way of kana. */
  language: SpokenLanguage;
  /** Who speaks. @default "m3" */
  voice?: SpeakingVoice;
  /** Words a minute, 80 to 450. @default 170 */
  speed?: number;
  /** How high the voice is, 0 to 99; 50 is its own pitch. @default 50 */
  pitch?: number;
}

/** Options of {@linkcode speakSentences}. */
export interface SpeakOptions {
  /** Processes that speak side by side. @default 2 */
  processes?: number;
}

/** The accents are FLEURS's: Latin American Spanish, French of France, American English. */
const ACCENTS: Record<SpokenLanguage, string> = {
  es: "roa/es-419",
  fr: "roa/fr",
  en: "gmw/en-US",
  ja: "jpx/ja",
};

/**
 * Speaks sentences with espeak-ng, a small synthesiser by rule (npm package `espeak-ng`, GPL, run as processes of its own). The
 * same sentence, voice, speed and pitch give the same samples.
 *
 * @param sentences what is said and how
 * @param options processes
 * @returns the waveforms at 16,000 Hz, mono, in the order of the sentences, each as soon as it is spoken
 * @throws {RangeError} when a language or voice is unknown, a speed or pitch is out of its range, or a text has no letter
 * @throws {MissingError} when espeak-ng is not installed
 * @example
 * ```ts
 * import { speakSentences } from "unroll/datasets/mod.ts";
 * for await (const { samples } of speakSentences([{ text: "Buenos días.", language: "es", voice: "f2" }])) samples.length;
 * ```
 */
export function speakSentences(
  sentences: readonly SentenceToSpeak[],
  { processes = 2 }: SpeakOptions = {},
): AsyncGenerator<Waveform, void> {
  if (!Number.isInteger(processes) || processes < 1) {
    throw new RangeError(`Cannot speak as by a whole number of processes from 1: ${processes}`);
  }
  sentences.forEach(assertSpeakable);
  return speakAll(sentences, Math.min(processes, sentences.length));
}

function assertSpeakable({ text, language, voice = "m3", speed = 170, pitch = 50 }: SentenceToSpeak): void {
  const oneOf = (what: string, value: string, known: readonly string[]): void => {
    if (!known.includes(value)) throw new RangeError(`Cannot speak as ${what} ${known.join(", ")}: ${value}`);
  };
  oneOf("a language of", language, Object.keys(ACCENTS));
  oneOf("a voice of", voice, speakingVoices);
  if (!(speed >= 80 && speed <= 450)) {
    throw new RangeError(`Cannot speak as at 80 to 450 words a minute: ${speed}`);
  }
  if (!(pitch >= 0 && pitch <= 99)) throw new RangeError(`Cannot speak as at a pitch from 0 to 99: ${pitch}`);
  if (!/[\p{L}\p{N}]/u.test(text)) throw new RangeError(`Cannot speak as words: ${JSON.stringify(text)}`);
}

async function* speakAll(
  sentences: readonly SentenceToSpeak[],
  count: number,
): AsyncGenerator<Waveform, void> {
  const read = sentences.some(({ language }) => language === "ja") ? await kanaReader() : undefined;
  const speakers: SpeakingProcess[] = [];
  try {
    for (let i = 0; i < count; i++) speakers.push(await SpeakingProcess.start());
    const ask = (index: number): Promise<Uint8Array> | undefined => {
      const sentence = sentences[index];
      const spoken = sentence && speakers[index % count]!.speak(orderOf(sentence, read));
      spoken?.catch(() => {}); // heard when its turn comes
      return spoken;
    };
    const asked = speakers.map((_, index) => ask(index));
    for (let i = 0; i < sentences.length; i++) {
      const wav = await asked[i % count]!;
      asked[i % count] = ask(i + count);
      yield heard(wav);
    }
  } finally {
    await Promise.all(speakers.map((speaker) => speaker.end()));
  }
}

function orderOf(
  { text, language, voice = "m3", speed = 170, pitch = 50 }: SentenceToSpeak,
  read?: (text: string) => string,
): SpeakingOrder {
  const words = language === "ja" ? read!(text) : text;
  return {
    voice: `${ACCENTS[language]}+${voice}`,
    speed: Math.round(speed),
    pitch: Math.round(pitch),
    text: words,
  };
}

function heard(wav: Uint8Array): Waveform {
  const { channels, sampleRate } = decodeWav(wav);
  return resample({ samples: channels[0]!, sampleRate }, 16_000);
}
