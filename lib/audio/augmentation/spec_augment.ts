import type { Random } from "../../core/mod.ts";
import { checkWhole } from "../frames/_frame_plan.ts";
import { featureAxes } from "../features/_feature_axes.ts";
import type { Frames } from "../frames/frame.ts";

/** Options of {@linkcode specAugment}; the defaults are the paper's policy LD. */
export interface SpecAugmentOptions {
  /** Draws the masks. */
  random: Random;
  /** Masks over frequency (the paper's m_F). @default 2 */
  frequencyMasks?: number;
  /** The most bins of one (F). @default 27 */
  mostBins?: number;
  /** Masks over time (m_T). @default 2 */
  timeMasks?: number;
  /** The most frames of one (T); never more than a fifth of all. @default 100 */
  mostFrames?: number;
}

/** No mask hides a larger share of the frames (p). */
const mostOfTime = 0.2;

/**
 * Hides bands of frequency and stretches of time, so that a network can't rely on any of them: masked numbers become their clip's
 * mean (Park and others, "SpecAugment", 2019, without its time warping, which helps least). Each clip of a batch gets masks of its
 * own. Best on decibels: the mean of powers is that of the loudest.
 *
 * @param features [(clips,) frames, bins]
 * @param options how many masks, how wide, and what draws them
 * @returns a copy with masks
 * @throws {RangeError} when a number is no whole one from 0 for masks, from 1 for widths
 * @throws {TypeError} when there is no axis of features
 * @example
 * ```ts
 * import { powerToDb, specAugment, spectrogram } from "unroll/audio/mod.ts";
 * import { random } from "unroll/core/mod.ts";
 * const samples = Float32Array.from({ length: 16_000 }, (_, i) => Math.sin(2 * Math.PI * 440 * i / 16_000));
 * specAugment(powerToDb(spectrogram({ samples, sampleRate: 16_000 })), { random: random(0) });
 * ```
 */
export function specAugment<F extends Pick<Frames, "values" | "shape">>(
  features: F,
  { random, frequencyMasks = 2, mostBins = 27, timeMasks = 2, mostFrames = 100 }: SpecAugmentOptions,
): F {
  checkWhole("mostBins", mostBins);
  checkWhole("mostFrames", mostFrames);
  checkWhole("frequencyMasks + 1", frequencyMasks + 1);
  checkWhole("timeMasks + 1", timeMasks + 1);
  const [frames, bins] = featureAxes(features), values = features.values.slice();
  const widest = Math.min(mostFrames, Math.floor(mostOfTime * frames));
  for (let from = 0; from < values.length; from += frames * bins) {
    const clip = values.subarray(from, from + frames * bins), value = mean(clip);
    for (let i = 0; i < frequencyMasks; i++) {
      const [first, end] = stretch(random, bins, Math.min(mostBins, bins));
      for (let t = 0; t < frames; t++) clip.fill(value, t * bins + first, t * bins + end);
    }
    for (let i = 0; i < timeMasks; i++) {
      const [first, end] = stretch(random, frames, widest);
      clip.fill(value, first * bins, end * bins);
    }
  }
  return { ...features, values };
}

/** From 0 to `widest` places in a row out of so many, each width as likely, and then each beginning. */
function stretch(random: Random, places: number, widest: number): [number, number] {
  const width = random.integer(0, widest + 1), first = random.integer(0, places - width + 1);
  return [first, first + width];
}

function mean(values: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
