/** What stands before and after a sound, as in NumPy's `pad`. */
export type PadMode = "constant" | "edge" | "reflect" | "symmetric" | "wrap";

const sources: Record<Exclude<PadMode, "constant">, (at: number, length: number) => number> = {
  edge: (at, length) => Math.max(0, Math.min(length - 1, at)),
  reflect: (at, length) => mirrored(at, 2 * (length - 1), length),
  symmetric: (at, length) => mirrored(at, 2 * length, length),
  wrap: (at, length) => modulo(at, length),
};

/** There and back again: the second half of a period runs backwards, with or without the ends repeated. */
function mirrored(at: number, period: number, length: number): number {
  if (period === 0) return 0;
  const within = modulo(at, period);
  return within < length ? within : period - within - (period === 2 * length ? 1 : 0);
}

function modulo(value: number, period: number): number {
  return ((value % period) + period) % period;
}

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
  if (mode !== "constant" && !Object.hasOwn(sources, mode)) {
    throw new RangeError(`Cannot pad as constant, ${Object.keys(sources).join(", ")}: ${mode}`);
  }
  const padded = new Float32Array(before + length + after);
  padded.set(samples, before);
  const fill = (first: number, last: number): void => {
    if (mode === "constant") padded.fill(value, first, last);
    else for (let i = first; i < last; i++) padded[i] = samples[sources[mode](i - before, length)]!;
  };
  fill(0, before);
  fill(before + length, padded.length);
  return padded;
}
