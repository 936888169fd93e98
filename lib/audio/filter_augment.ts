import type { Random } from "../core/mod.ts";
import { checkWhole } from "./_frame_plan.ts";
import { featureAxes } from "./_feature_axes.ts";
import type { Frames } from "./frame.ts";

/** Options of {@linkcode filterAugment}. */
export interface FilterAugmentOptions {
  /** Draws the filters. */
  random: Random;
  /** The fewest and the most bands, each number as likely. @default [3, 6] */
  bands?: readonly [least: number, most: number];
  /** The least and the greatest gain, in the features' unit: dB for decibels. @default [-6, 6] */
  gain?: readonly [least: number, greatest: number];
}

/**
 * Features as another microphone, or another place, would have coloured them: gains are drawn for the edges of a few bands of
 * frequency, and run straight from edge to edge (Nam, Kim and Park, "FilterAugment", 2022, its linear kind). Each clip of a batch
 * gets a filter of its own.
 *
 * @param features [(clips,) frames, bins], a logarithm of power, such as decibels
 * @param options how many bands, how strong, and what draws them
 * @returns a filtered copy
 * @throws {RangeError} when the bands are no whole numbers from 1, in order, with 2 bins each, or the gains are not in order
 * @throws {TypeError} when there is no axis of features
 * @example
 * ```ts
 * import { filterAugment, powerToDb, spectrogram } from "unroll/audio/mod.ts";
 * import { random } from "unroll/core/mod.ts";
 * const samples = Float32Array.from({ length: 16_000 }, (_, i) => Math.sin(2 * Math.PI * 440 * i / 16_000));
 * filterAugment(powerToDb(spectrogram({ samples, sampleRate: 16_000 })), { random: random(0) });
 * ```
 */
export function filterAugment<F extends Pick<Frames, "values" | "shape">>(
  features: F,
  { random, bands = [3, 6], gain = [-6, 6] }: FilterAugmentOptions,
): F {
  const [frames, bins] = featureAxes(features), values = features.values.slice();
  checkBands(bands, bins);
  if (!(gain[0] <= gain[1])) throw new RangeError(`Cannot filter as gains in order: ${gain.join(" to ")}`);
  for (let from = 0; from < values.length; from += frames * bins) {
    const filter = drawFilter(random, { bins, bands: random.integer(bands[0], bands[1] + 1), gain });
    for (let at = 0; at < frames * bins; at++) values[from + at]! += filter[at % bins]!;
  }
  return { ...features, values };
}

function checkBands([least, most]: readonly [number, number], bins: number): void {
  checkWhole("bands", least);
  checkWhole("bands", most);
  if (least > most || 2 * most > bins) {
    throw new RangeError(
      `Cannot filter ${bins} bins as ${least} to ${most} bands: in order, 2 bins or more each`,
    );
  }
}

/** A gain for each bin; edges lie anywhere, in order, with the first and the last bin among them. */
function drawFilter(
  random: Random,
  { bins, bands, gain: [least, greatest] }: {
    bins: number;
    bands: number;
    gain: readonly [number, number];
  },
): Float32Array {
  const inner = random.shuffle(Array.from({ length: bins - 2 }, (_, i) => i + 1)).slice(0, bands - 1);
  const edges = [0, ...inner.toSorted((a, b) => a - b), bins - 1];
  const gains = edges.map(() => least + (greatest - least) * random.next());
  const filter = new Float32Array(bins);
  for (let band = 0; band < bands; band++) {
    const [from, to] = [edges[band]!, edges[band + 1]!], [low, high] = [gains[band]!, gains[band + 1]!];
    for (let bin = from; bin <= to; bin++) filter[bin] = low + (high - low) * (bin - from) / (to - from);
  }
  return filter;
}
