import type { SpeakingVoice } from "./speaking_voices.ts";
import type { Split, SpokenLanguage } from "../speech/speech_dataset.ts";

/** From the least to the greatest value, all equally likely. */
export type Range = readonly [least: number, greatest: number];

/**
 * How the spoken stand-in is made; fixed before the final networks were trained on it. What is drawn for a recording depends on its
 * part, language and number, never on a language's own share but for `buried`: loudness, rooms and noises say nothing about
 * the language.
 */
export const speechParameters = Object.freeze({
  /** Another number where the same parameters give other sounds by now: those in caches are then made anew. */
  edition: 1,
  /** How many recordings of each part are in a hundred of a language. */
  shares: { train: 64, validation: 14, test: 22 } satisfies Record<Split, number>,
  /** Articles of the Declaration that are read in a part; the preamble and all others are read in training. */
  articles: { validation: [4, 12, 17, 23, 28], test: [2, 9, 14, 18, 21, 25, 29] },
  /** Voices that only a part has; all others are heard in training. Each speaks all four languages. */
  voices: {
    validation: ["f4", "aunty", "m8", "Gene", "david", "pedro", "Michael", "robert"],
    test: ["f2", "f5", "linda", "m1", "m4", "m6", "Mario", "Mike", "adam", "norbert", "sandro", "travis"],
  } satisfies Record<Exclude<Split, "train">, SpeakingVoice[]>,
  /** How long a recording shall be (s): the logarithm is normal about the median. */
  duration: { median: 9, deviation: 0.34, range: [2.5, 30] as Range },
  /** Seconds that a character of the text takes at 170 words a minute, to choose how much is read. */
  secondsPerCharacter: { es: 0.058, fr: 0.047, en: 0.053, ja: 0.155 } satisfies Record<
    SpokenLanguage,
    number
  >,
  /** Words a minute: those of a speaker, and how far a recording is from them. */
  speed: { speaker: [145, 200] as Range, recording: 14 },
  /** The voice's height, 50 its own: that of a speaker, and how far a recording is from it. */
  pitch: { speaker: [38, 62] as Range, recording: 12 },
  /** Rooms: how many recordings have one, their reverberation time (s), the direct sound over the reflections (dB). */
  room: { share: 0.5, rt60: [0.15, 0.4] as Range, directToReverberant: [6, 15] as Range },
  /** Noise behind each voice: its kinds, and the voice over it (dB). */
  noise: { kinds: ["white", "pink", "brown", "hum"], snr: [15, 40] as Range } as const,
  /** Recordings that are nearly pure noise, a share of each language, and the voice over the noise (dB). */
  buried: { share: { es: 0.46, fr: 0.38, en: 0.36, ja: 0.37 }, snr: [-34, -28] as Range },
  /** Root mean square of a recording (dB below full scale). */
  level: [-32, -20] as Range,
});
