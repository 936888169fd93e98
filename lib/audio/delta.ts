import type { Frames } from "./frame.ts";

/** Options of {@linkcode delta}. */
export interface DeltaOptions {
  /** Frames that a slope is fitted to, an odd number from 3. @default 9 */
  width?: number;
  /** 1 for how fast features change, 2 for how fast that changes. @default 1 */
  order?: number;
}

/**
 * Derivatives of features over time, per frame, by Savitzky and Golay's filter: the polynomial of degree `order` that fits the
 * `width` frames around each best, differentiated `order` times. At the ends it is that of the outermost whole window.
 * These are librosa's `delta` with its mode "interp".
 *
 * @param features [(clips,) frames, features]
 * @param options width and order
 * @returns the same shape
 * @throws {RangeError} when the width is not odd and from 3, the order not from 1 and below the width, or there are fewer frames
 * @example
 * ```ts
 * import { delta } from "unroll/audio/mod.ts";
 * const values = Float32Array.from({ length: 12 }, (_, t) => 3 * t);
 * delta({ values, shape: [12, 1], sampleRate: 16_000, hopLength: 160 }).values; // 3, 3, 3, …
 * ```
 */
export function delta<F extends Frames>(features: F, { width = 9, order = 1 }: DeltaOptions = {}): F {
  const frames = features.shape.at(-2)!, columns = features.shape.at(-1)!;
  check({ width, order, frames });
  const weights = derivative(width, order), half = (width - 1) / 2;
  const { values: from } = features, values = new Float32Array(from.length);
  for (let clip = 0; clip < from.length; clip += frames * columns) {
    for (let t = 0; t < frames; t++) {
      const first = Math.max(0, Math.min(frames - width, t - half));
      for (let column = 0; column < columns; column++) {
        let sum = 0;
        for (let i = 0; i < width; i++) sum += weights[i]! * from[clip + (first + i) * columns + column]!;
        values[clip + t * columns + column] = sum;
      }
    }
  }
  return { ...features, values };
}

function check({ width, order, frames }: { width: number; order: number; frames: number }): void {
  if (!Number.isInteger(width) || width < 3 || width % 2 === 0) {
    throw new RangeError(`Cannot fit slopes as an odd width from 3: ${width}`);
  }
  if (!Number.isInteger(order) || order < 1 || order >= width) {
    throw new RangeError(`Cannot differentiate as an order from 1 to ${width - 1}: ${order}`);
  }
  if (frames < width) {
    throw new RangeError(`Cannot fit slopes as ${width} frames or more: there are ${frames}`);
  }
}

/**
 * The weights w of the derivative Σ w[i] x[i]: order! times the discrete polynomial that is orthogonal to all of lower degree, over
 * its own square. Made one degree after the other: P(n+1) = t P(n) - c P(n-1).
 */
function derivative(width: number, order: number): number[] {
  const times = Array.from({ length: width }, (_, i) => i - (width - 1) / 2);
  const square = (p: number[]): number => p.reduce((sum, value) => sum + value * value, 0);
  let before = times.map(() => 0), now = times.map(() => 1), factorial = 1;
  for (let degree = 1; degree <= order; degree++) {
    const c = degree === 1 ? 0 : square(now) / square(before), last = before;
    [before, now] = [now, times.map((t, i) => t * now[i]! - c * last[i]!)];
    factorial *= degree;
  }
  return now.map((value) => factorial * value / square(now));
}
