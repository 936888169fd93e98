import { outsideOf, type PadMode } from "./_pad_sources.ts";

export type { PadMode };

/** How a sound is lengthened. */
export interface PadOptions {
  /** Samples before it. @default 0 */
  before?: number;
  /** Samples after it. @default 0 */
  after?: number;
  /** What they are. @default "constant" */
  mode?: PadMode;
  /** The constant. @default 0 */
  value?: number;
}

/**
 * Lengthens samples at both ends: `padded[i] = samples[i - before]` in the middle, and around it what the mode says.
 *
 * @param samples [n], at least one unless the mode is "constant"
 * @param options how much and with what
 * @returns [before + n + after]
 * @throws {RangeError} when a length is no whole number from 0, or the mode is unknown
 * @example
 * ```ts
 * import { padSamples } from "unroll/audio/mod.ts";
 * padSamples(Float32Array.of(1, 2, 3), { before: 2, mode: "reflect" }); // Float32Array [3, 2, 1, 2, 3]
 * ```
 */
export function padSamples(samples: Float32Array, options: PadOptions): Float32Array {
  const { before = 0, after = 0, mode = "constant", value = 0 } = options, { length } = samples;
  for (const count of [before, after]) {
    if (!Number.isInteger(count) || count < 0) {
      throw new RangeError(`Cannot pad by a whole number of samples from 0: ${count}`);
    }
  }
  const outside = outsideOf(mode, value);
  const padded = new Float32Array(before + length + after);
  padded.set(samples, before);
  const fill = (first: number, last: number): void => {
    if (mode === "constant") padded.fill(value, first, last);
    else for (let i = first; i < last; i++) padded[i] = outside(samples, i - before);
  };
  fill(0, before);
  fill(before + length, padded.length);
  return padded;
}
