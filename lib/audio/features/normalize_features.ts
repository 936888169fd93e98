import { featureAxes } from "./_feature_axes.ts";
import type { Frames } from "../frames/frame.ts";

/**
 * Brings each clip to mean 0 and variance 1 over all its frames and bins. Of decibels that takes out how loud it was recorded and how
 * far its quiet places lie below its loud ones; the colour of voices and vowels stays.
 *
 * @param features in decibels or another logarithm [(clips,) frames, bins]
 * @returns a copy of the same shape; a clip of one number everywhere is zeros
 * @throws {TypeError} when there is no axis of features
 * @example
 * ```ts
 * import { normalizeFeatures, powerToDb, spectrogram } from "unroll/audio/mod.ts";
 * const samples = Float32Array.from({ length: 16_000 }, (_, i) => Math.sin(i * i / 40_000));
 * normalizeFeatures(powerToDb(spectrogram({ samples, sampleRate: 16_000 })));
 * ```
 */
export function normalizeFeatures<F extends Pick<Frames, "values" | "shape">>(features: F): F {
  const [frames, bins] = featureAxes(features), values = features.values.slice();
  for (let from = 0; from < values.length; from += frames * bins) {
    normalize(values.subarray(from, from + frames * bins));
  }
  return { ...features, values };
}

function normalize(clip: Float32Array): void {
  let sum = 0, squares = 0;
  for (let i = 0; i < clip.length; i++) sum += clip[i]!;
  const mean = sum / clip.length;
  for (let i = 0; i < clip.length; i++) squares += (clip[i]! - mean) ** 2;
  const deviation = Math.sqrt(squares / clip.length) || 1;
  for (let i = 0; i < clip.length; i++) clip[i] = (clip[i]! - mean) / deviation;
}
