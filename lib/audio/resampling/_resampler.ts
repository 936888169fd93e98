import type { AudioEngine } from "../engine/audio_engine.ts";

/** Resamples by the rates that it was made for: ceil(n · up / down) samples. */
export type Resampler = (samples: Float32Array, engine: AudioEngine) => Float32Array;

/** Whole numbers without a common divisor: `up` samples for each `down`. */
export interface Rates {
  up: number;
  down: number;
}
