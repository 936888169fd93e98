import type { Background, VoiceActivitySplit } from "./_voice_activity_parameters.ts";
import type { Provenance } from "../files/provenance.ts";
import type { VoiceActivityRecording } from "./voice_activity_recording.ts";

export type { Background, VoiceActivitySplit };

/** A recording of which is known what was put into it. */
export interface MadeVoiceActivityRecording extends VoiceActivityRecording {
  /** The part that it belongs to: no voice, sentence or random number is in both. */
  split: VoiceActivitySplit;
  /** What is heard beside the voices. */
  background: Background;
  /** Whether training has no recording with that background. */
  unheard: boolean;
  /** The voices over the background (dB). */
  snr: number;
  /** Whether it sounds like in a room. */
  room: boolean;
}

/** Recordings with where somebody speaks, read one after another. */
export interface VoiceActivityDataset extends Provenance {
  /** How many recordings each part has. */
  counts: Readonly<Record<VoiceActivitySplit, number>>;
  /** Reads the recordings of a part, in a fixed order. */
  recordings(split: VoiceActivitySplit): AsyncIterable<MadeVoiceActivityRecording>;
}
