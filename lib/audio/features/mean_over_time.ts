import { featureAxes } from "./_feature_axes.ts";
import type { Frames } from "../frames/frame.ts";

/**
 * Each feature's mean over a clip's frames: all that a model without a sense of time gets to know of it.
 *
 * @param features [(clips,) frames, n]
 * @returns `values[c, k] = Σ_t features[c, t, k] / frames`, of shape [clips, n]; [1, n] for one clip
 * @throws {TypeError} when there is no axis of features
 * @example
 * ```ts
 * import { meanOverTime, mfcc } from "unroll/audio/mod.ts";
 * const samples = Float32Array.from({ length: 16_000 }, (_, i) => Math.sin(2 * Math.PI * 440 * i / 16_000));
 * meanOverTime(mfcc({ samples, sampleRate: 16_000 })).shape; // [1, 20]
 * ```
 */
export function meanOverTime(
  { values, shape }: Pick<Frames, "values" | "shape">,
): { values: Float32Array; shape: [clips: number, features: number] } {
  const [frames, count] = featureAxes({ shape }), clips = values.length / (frames * count);
  const means = new Float64Array(clips * count);
  for (let i = 0; i < values.length; i++) {
    means[Math.floor(i / (frames * count)) * count + i % count]! += values[i]!;
  }
  return { values: Float32Array.from(means, (sum) => sum / frames), shape: [clips, count] };
}
