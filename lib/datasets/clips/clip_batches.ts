import { type Random, random } from "../../core/mod.ts";
import { KeptFeatures, type MakeFeatures } from "./_kept_features.ts";
import { cacheFolder } from "../files/folders.ts";
import type { SpokenClips } from "./spoken_clips.ts";

/** Features of some clips [B, …]. */
export interface ClipFeatures {
  /** The numbers, clip after clip. */
  values: Float32Array;
  /** Its dimensions; the first one counts clips. */
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
  /**
   * How often a clip's features are made: an epoch takes copy `epoch % copies`, and each is kept in a file that has no name. Features
   * that draw nothing need one; Infinity makes them anew for each batch and keeps nothing.
   * @default 1
   */
  copies?: number;
  /** What is done to a batch's features each time, after they are made or read. @default nothing */
  after?: (features: ClipFeatures, random: Random) => ClipFeatures;
  /** Where the file with the features lies while it is open. @default UNROLL_CACHE, or data/cache of the project */
  cache?: string;
}

/** Batches of features with the languages' numbers: what `fit`, `evaluate` and `predictBatches` take. */
export interface ClipBatches extends Disposable {
  /** How many batches an epoch has. */
  readonly batchesPerEpoch: number;
  /** The batches of an epoch, 0-based: x [B, …], y [B] with the clips' labels. */
  batches(epoch: number): Iterable<{ x: ClipFeatures; y: { values: Int32Array; shape: number[] } }>;
}

/**
 * Features of clips, made when a batch is asked for: only a batch's sounds and features are in memory, the rest is on disk.
 *
 * @param clips clips with their languages
 * @param features makes features [B, …] of sounds; what it draws from its second argument depends on the seed, the clip and the
 * copy alone, and where nothing is kept, on the seed, the epoch and the batch
 * @param options batch size, order, how often features are made
 * @returns the dataset; dispose of it to give the disk back
 * @throws {RangeError} when the batch size or the copies are no whole number from 1, or there are no clips
 * @throws {TypeError} while batches are made, when a clip's features are of another shape than the first one's
 * @throws {MissingError} while batches are made, when no file can be made in the cache, or its disk is full
 * @example
 * ```ts
 * import { spectrogram } from "unroll/audio/mod.ts";
 * import { clipBatches, spokenClips, standInSpeech } from "unroll/datasets/mod.ts";
 * using clips = await spokenClips(await standInSpeech({ minutes: 1 }), { split: "train", duration: [4, 30] });
 * using data = clipBatches(clips, (sounds) => spectrogram(sounds, { frameLength: 256, hopLength: 128, padding: "end" }));
 * for (const { x } of data.batches(0)) x.shape; // [32, 500, 129] or fewer clips
 * ```
 */
export function clipBatches(
  clips: SpokenClips,
  features: MakeFeatures,
  options: ClipBatchesOptions = {},
): ClipBatches {
  const { batchSize = 32, shuffle = true, seed = 0, copies = 1, after, cache = cacheFolder() } = options;
  check(clips, { batchSize, copies });
  const kept = copies === Infinity ? undefined : new KeptFeatures(clips, features, { seed, cache });
  return {
    batchesPerEpoch: Math.ceil(clips.clips.length / batchSize),
    *batches(epoch) {
      const draw = random(seed).fork(`epoch ${epoch}`), places = Int32Array.from(clips.clips.keys());
      if (shuffle) draw.shuffle(places);
      for (let first = 0; first < places.length; first += batchSize) {
        const some = places.subarray(first, first + batchSize), own = draw.fork(`batch at ${first}`);
        const made = kept ? kept.of(some, epoch % copies) : features(clips.read(some), own);
        const { values, shape } = after ? after(made, own.fork("after")) : made;
        const labels = Int32Array.from(some, (place) => clips.clips[place]!.label);
        yield { x: { values, shape }, y: { values: labels, shape: [some.length] } };
      }
    },
    [Symbol.dispose]: () => kept?.close(),
  };
}

function check({ clips }: SpokenClips, { batchSize, copies }: { batchSize: number; copies: number }): void {
  if (!(Number.isInteger(batchSize) && batchSize >= 1)) {
    throw new RangeError(`Cannot make batches as batchSize >= 1, a whole number: ${batchSize}`);
  }
  if (!(copies === Infinity || Number.isInteger(copies) && copies >= 1)) {
    throw new RangeError(`Cannot make features as a whole number of copies from 1, or Infinity: ${copies}`);
  }
  if (clips.length === 0) throw new RangeError("Cannot make batches as of one clip or more: there are none");
}
