import { featureAxes } from "./_feature_axes.ts";
import { outsideOf, type PadMode } from "../frames/_pad_sources.ts";
import type { Frames } from "../frames/frame.ts";

/** Options of {@linkcode delta}. */
export interface DeltaOptions {
  /** Frames that a slope is fitted to, an odd number from 3. @default 9 */
  width?: number;
  /** 1 for how fast features change, 2 for how fast that changes. @default 1 */
  order?: number;
  /**
   * What the slope at the ends is: "interp" that of the outermost whole window, for which there have to be `width` frames; otherwise
   * that of the features continued as `padSamples` does it, however few there are. librosa calls "edge" nearest and "reflect" mirror.
   * @default "interp"
   */
  mode?: "interp" | PadMode;
}

/**
 * Derivatives of features over time, per frame, by Savitzky and Golay's filter: the polynomial of degree `order` that fits the
 * `width` frames around each best, differentiated `order` times (librosa's `delta`).
 *
 * @param features [(clips,) frames, features]
 * @param options width, order, what is done at the ends
 * @returns the same shape
 * @throws {RangeError} when the width is not odd and from 3, the order not from 1 and below the width, there are fewer frames in the
 * mode "interp", or the mode is unknown
 * @throws {TypeError} when there is no axis of features
 * @example
 * ```ts
 * import { delta } from "unroll/audio/mod.ts";
 * const values = Float32Array.from({ length: 12 }, (_, t) => 3 * t);
 * delta({ values, shape: [12, 1], sampleRate: 16_000, hopLength: 160 }).values; // 3, 3, 3, …
 * ```
 */
export function delta<F extends Frames>(features: F, options: DeltaOptions = {}): F {
  const { values: from } = features, [frames, columns] = featureAxes(features);
  const { width = 9, order = 1, mode = "interp" } = options;
  const values = new Float32Array(from.length);
  check({ width, order, frames: mode === "interp" ? frames : width });
  const weights = derivative(width, order), half = (width - 1) / 2, track = new Float32Array(frames);
  const outside = mode === "interp" ? undefined : outsideOf(mode, 0);
  for (let clip = 0; clip < from.length; clip += frames * columns) {
    for (let column = 0; column < columns; column++) {
      for (let t = 0, at = clip + column; t < frames; t++, at += columns) track[t] = from[at]!;
      for (let t = 0, at = clip + column; t < frames; t++, at += columns) {
        const first = outside ? t - half : Math.max(0, Math.min(frames - width, t - half));
        let sum = 0;
        for (let i = 0; i < width; i++) sum += weights[i]! * (track[first + i] ?? outside!(track, first + i));
        values[at] = sum;
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
    throw new RangeError(
      `Cannot fit slopes as ${width} frames or more: there are ${frames}; take a smaller width or the mode "edge"`,
    );
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
