/** What stands before and after a sound, as in NumPy's `pad`. */
export type PadMode = "constant" | "edge" | "reflect" | "symmetric" | "wrap";

/** Which sample stands at a place outside. */
export const padSources: Record<Exclude<PadMode, "constant">, (at: number, length: number) => number> = {
  edge: (at, length) => Math.max(0, Math.min(length - 1, at)),
  reflect: (at, length) => mirrored(at, 2 * (length - 1), length),
  symmetric: (at, length) => mirrored(at, 2 * length, length),
  wrap: (at, length) => modulo(at, length),
};

/** The number at a place outside the samples. */
export function outsideOf(mode: PadMode, value: number): (samples: Float32Array, at: number) => number {
  if (mode === "constant") return () => value;
  if (!Object.hasOwn(padSources, mode)) {
    throw new RangeError(`Cannot pad as constant, ${Object.keys(padSources).join(", ")}: ${mode}`);
  }
  return (samples, at) => samples[padSources[mode](at, samples.length)]!;
}

/** There and back again: the second half of a period runs backwards, with or without the ends repeated. */
function mirrored(at: number, period: number, length: number): number {
  if (period === 0) return 0;
  const within = modulo(at, period);
  return within < length ? within : period - within - (period === 2 * length ? 1 : 0);
}

function modulo(value: number, period: number): number {
  return ((value % period) + period) % period;
}
