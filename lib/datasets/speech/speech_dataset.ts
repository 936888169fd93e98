import type { Provenance } from "../files/provenance.ts";

/** The languages of the study, by their ISO 639-1 codes: Spanish, French, English, Japanese. */
export type SpokenLanguage = "es" | "fr" | "en" | "ja";

/** A part of a corpus. */
export type Split = "train" | "validation" | "test";

/** One recording of somebody who speaks. */
export interface SpokenRecording {
  /** Its name in the corpus. */
  id: string;
  /** The language that is spoken. */
  language: SpokenLanguage;
  /** The part of the corpus that it belongs to. */
  split: Split;
  /** The sentence that is read, by its number or name in the corpus: no sentence is in two splits. */
  sentence: string;
  /** What is said, as written. */
  text: string;
  /** Who speaks; undefined where the corpus doesn't say. */
  speaker?: string;
  /** The sound [n], mono, -1 to 1 at full scale. */
  samples: Float32Array;
  /** Samples a second (Hz). */
  sampleRate: number;
}

/** A corpus of recordings, read one after another: what is in memory is one recording, not the corpus. */
export interface SpeechDataset extends Provenance {
  /** The languages that it holds. */
  languages: readonly SpokenLanguage[];
  /** Reads the recordings of a part, in a fixed order. */
  recordings(split: Split): AsyncIterable<SpokenRecording>;
  /** Recordings left out while reading so far, counted by the reason. */
  skipped: ReadonlyMap<string, number>;
}
