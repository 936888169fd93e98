import type { Random } from "../../core/mod.ts";

/** Options of the made noises: {@linkcode whiteNoise} and those beside it. */
export interface NoiseOptions {
  /** How long it is (s). */
  seconds: number;
  /** Samples a second (Hz). @default 16000 */
  sampleRate?: number;
  /** Where its numbers are from: the same seed makes the same noise. */
  random: Random;
}
