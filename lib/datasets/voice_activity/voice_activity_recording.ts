import type { Segment } from "../../core/mod.ts";

/** A recording and where somebody speaks in it. */
export interface VoiceActivityRecording {
  /** Its name. */
  id: string;
  /** The sound [n], mono, -1 to 1 at full scale. */
  samples: Float32Array;
  /** Samples a second (Hz). */
  sampleRate: number;
  /** Where somebody speaks (s): in order, with gaps between them; none in silence. */
  segments: readonly Segment[];
  /** The regions in which a detector is judged (s): in order, with gaps between them; mostly one, the whole recording. */
  evaluated: readonly Segment[];
}
