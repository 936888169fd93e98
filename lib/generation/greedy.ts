import type { Picker } from "./picker.ts";

/** Options of `greedy`. */
export interface GreedyOptions {
  /** Ids that are never chosen. @default none */
  mask?: readonly number[];
}

/**
 * A picker of the likeliest token, the first of equals. Text made with it soon runs in a loop, as study 003 says.
 *
 * @param options ids that are never chosen
 * @returns the picker
 * @throws {RangeError} by the picker, when no logit is a number
 * @example
 * ```ts
 * import { greedy } from "unroll/generation/mod.ts";
 * greedy()(new Float32Array([0, 3, 1])); // 1
 * ```
 */
export function greedy({ mask = [] }: GreedyOptions = {}): Picker {
  return (logits) => {
    let best = -1, highest = -Infinity;
    for (let id = 0; id < logits.length; id++) {
      if (logits[id]! > highest && !mask.includes(id)) [best, highest] = [id, logits[id]!];
    }
    if (best >= 0) return best;
    throw new RangeError(
      `Cannot pick as the highest of ${logits.length} logits: none is a number above -Infinity`,
    );
  };
}
