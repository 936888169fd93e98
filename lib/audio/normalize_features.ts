import type { Frames } from "./frame.ts";

/**
 * Brings each bin of each clip to mean 0 over time, and each clip to variance 1: what stays the same throughout a clip, such as the
 * loudness, the microphone and a steady noise's colour, is taken out of decibels (cepstral mean and variance normalisation; Viikki
 * and Laurila, 1998).
 *
 * @param features in decibels or another logarithm [(clips,) frames, bins]
 * @returns a copy of the same shape; a clip that doesn't change in time is zeros
 * @example
 * ```ts
 * import { normalizeFeatures, powerToDb, spectrogram } from "unroll/audio/mod.ts";
 * const samples = Float32Array.from({ length: 16_000 }, (_, i) => Math.sin(i * i / 40_000));
 * normalizeFeatures(powerToDb(spectrogram({ samples, sampleRate: 16_000 })));
 * ```
 */
export function normalizeFeatures<F extends Pick<Frames, "values" | "shape">>(features: F): F {
  const [frames, bins] = features.shape.slice(-2) as [number, number], values = features.values.slice();
  for (let from = 0; from < values.length; from += frames * bins) {
    const clip = values.subarray(from, from + frames * bins);
    subtractMeans(clip, bins);
    const deviation = Math.sqrt(meanSquare(clip)) || 1;
    for (let i = 0; i < clip.length; i++) clip[i]! /= deviation;
  }
  return { ...features, values };
}

function subtractMeans(clip: Float32Array, bins: number): void {
  const means = new Float64Array(bins), frames = clip.length / bins;
  for (let i = 0, bin = 0; i < clip.length; i++, bin = bin + 1 === bins ? 0 : bin + 1) {
    means[bin]! += clip[i]!;
  }
  for (let bin = 0; bin < bins; bin++) means[bin]! /= frames;
  for (let i = 0, bin = 0; i < clip.length; i++, bin = bin + 1 === bins ? 0 : bin + 1) {
    clip[i]! -= means[bin]!;
  }
}

function meanSquare(values: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * values[i]!;
  return sum / values.length;
}
