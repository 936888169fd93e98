import type { Range } from "../spoken_stand_in/_speech_parameters.ts";

/**
 * What is heard beside the voices: made noises, recordings of noise by their names, or nothing but the faint hiss of a microphone.
 */
export type Background =
  | "none"
  | "white"
  | "pink"
  | "brown"
  | "filtered"
  | "hum"
  | "babble"
  | "music"
  | "clicks"
  | "running_tap"
  | "doing_the_dishes";

/** The parts of the stand-in. */
export type VoiceActivitySplit = "train" | "validation";

/**
 * How the stand-in for labelled recordings of voice activity is made; fixed before the final networks were trained on it. Voices, sentences
 * and random numbers of a part are in no other part.
 */
export const voiceActivityParameters = Object.freeze({
  /** Another number for other sounds: recordings made by other parameters are not mixed with these. */
  edition: 3,
  /** As many as the study has. */
  recordings: { train: 510, validation: 72 } satisfies Record<VoiceActivitySplit, number>,
  /** How long a recording is (s): the logarithm is normal about the median. */
  duration: { median: 14, deviation: 0.75, range: [3, 75] as Range },
  /** Different sentences that are spoken, and how many of them the first recording may draw from: one more for each later one. */
  sentences: { train: 288, validation: 60, first: 24 },
  /** Words a minute, and the voice's height, 50 its own. */
  speed: [135, 205] as Range,
  pitch: [30, 70] as Range,
  /** How many recordings have nobody speak, and how many hardly a pause. */
  silent: 0.06,
  dense: 0.06,
  /** Seconds between sentences: at least, and on average on top of that; the second pair where there is hardly a pause. */
  pause: { usual: [0.3, 3.2] as Range, dense: [0.05, 0.15] as Range },
  /** By how much a sentence, each by another voice, is louder or softer than others (dB). */
  loudness: [-4, 4] as Range,
  /** Rooms: how many recordings have one, their reverberation time (s), the direct sound over the reflections (dB). */
  room: { share: 0.6, rt60: [0.15, 0.6] as Range, directToReverberant: [0, 12] as Range },
  /** What is heard in a part, all equally often; brown noise, clicks and a running tap are heard in validation alone. */
  backgrounds: {
    train: ["none", "white", "pink", "filtered", "hum", "babble", "music", "doing_the_dishes"],
    validation: ["none", "white", "babble", "music", "brown", "clicks", "running_tap"],
  } satisfies Record<VoiceActivitySplit, Background[]>,
  /** In place of a recording of noise that is not on this machine. */
  substitutes: { running_tap: "brown", doing_the_dishes: "pink" } as const,
  /** The voices over the noise (dB), over babble, which is of voices too, and over the hiss. */
  snr: [5, 30] as Range,
  babble: [10, 30] as Range,
  hiss: [35, 50] as Range,
  /** Voices that babble. */
  babblers: 8,
  /** Root mean square of what is spoken (dB below full scale). */
  level: [-45, -18] as Range,
  /** What counts as spoken in a sentence: see `spokenSegments`. */
  label: { piece: 0.01, below: 40, bridge: 0.3, shortest: 0.03 },
});
