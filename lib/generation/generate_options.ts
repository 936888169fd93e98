import type { Picker } from "./picker.ts";
import type { SamplerOptions } from "./sampler.ts";

/** Options of `generateText` and `generateTexts`. */
export interface GenerateOptions extends SamplerOptions {
  /** How many tokens to write. @default 500 */
  length?: number;
  /**
   * Chooses each token in place of the sampler, e.g. `greedy({ mask: [0] })`; the options of the sampler, and the mask of the
   * unknown token, then do nothing.
   */
  pick?: Picker;
  /** Ends the text early; what has been written stays. */
  signal?: AbortSignal;
}
