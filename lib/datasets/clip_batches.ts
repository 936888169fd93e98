import type { Waveform } from "../audio/mod.ts";
import { type Random, random } from "../core/mod.ts";
import type { SpokenClips } from "./spoken_clips.ts";

/** Features of some clips [B, …]. */
export interface ClipFeatures {
  values: Float32Array;
  shape: number[];
}

/** Options of {@linkcode clipBatches}. */
export interface ClipBatchesOptions {
  /** Clips a batch. @default 32 */
  batchSize?: number;
  /** A different order each epoch. @default true */
  shuffle?: boolean;
  /** Where orders, and what the features draw, come from. @default 0 */
  seed?: number;
}

/** Batches of features with the languages' numbers: what `fit`, `evaluate` and `predictBatches` take. */
export interface ClipBatches {
  readonly batchesPerEpoch: number;
  batches(epoch: number): Iterable<{ x: ClipFeatures; y: { values: Int32Array; shape: number[] } }>;
}

/**
 * Features of clips, made when a batch is asked for: only its sounds and its features are in memory.
 *
 * @param clips clips with their languages
 * @param features makes features of a batch's sounds; what it draws from its second argument depends on seed, epoch and batch alone
 * @param options batch size, order
 * @returns the dataset: x [B, …], y [B] with the clips' labels
 * @throws {RangeError} when the batch size is no whole number from 1, or there are no clips
 * @example
 * ```ts
 * import { spectrogram } from "unroll/audio/mod.ts";
 * import { clipBatches, spokenClips, standInSpeech } from "unroll/datasets/mod.ts";
 * using clips = await spokenClips(await standInSpeech({ minutes: 1 }), { split: "train", duration: [4, 30] });
 * const data = clipBatches(clips, (sounds) => spectrogram(sounds, { frameLength: 256, hopLength: 128, padding: "end" }));
 * for (const { x } of data.batches(0)) x.shape; // [32, 500, 129] or fewer clips
 * ```
 */
export function clipBatches(
  { clips, read }: SpokenClips,
  features: (sounds: Waveform[], random: Random) => ClipFeatures,
  { batchSize = 32, shuffle = true, seed = 0 }: ClipBatchesOptions = {},
): ClipBatches {
  if (!(Number.isInteger(batchSize) && batchSize >= 1)) {
    throw new RangeError(`Cannot make batches as batchSize >= 1, a whole number: ${batchSize}`);
  }
  if (clips.length === 0) throw new RangeError("Cannot make batches as of one clip or more: there are none");
  return {
    batchesPerEpoch: Math.ceil(clips.length / batchSize),
    *batches(epoch) {
      const draw = random(seed).fork(`epoch ${epoch}`), places = Int32Array.from(clips.keys());
      if (shuffle) draw.shuffle(places);
      for (let first = 0; first < places.length; first += batchSize) {
        const some = places.subarray(first, first + batchSize);
        const { values, shape } = features(read(some), draw.fork(`batch at ${first}`));
        const labels = Int32Array.from(some, (place) => clips[place]!.label);
        yield { x: { values, shape }, y: { values: labels, shape: [some.length] } };
      }
    },
  };
}
