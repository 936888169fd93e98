import type { Dataset } from "./batch.ts";

/** A dataset that knows how long its batches took. */
export interface TimedDataset extends Dataset {
  /** Seconds spent on making batches so far, without those of the work done on them. */
  readonly seconds: number;
  /** Batches made so far. */
  readonly made: number;
}

/**
 * Watches how much of a training is spent on data: it should be a few hundredths.
 *
 * @param data the dataset to watch
 * @returns the same batches, with their time
 * @example
 * ```ts
 * import { batches, timedBatches } from "unroll/training/mod.ts";
 * const x = { values: new Float32Array(6), shape: [6, 1] };
 * const data = timedBatches(batches({ x, y: x }, { batchSize: 2 }));
 * for await (const _ of data.batches(0)) data.made; // 1, 2, 3
 * ```
 */
export function timedBatches(data: Dataset): TimedDataset {
  let seconds = 0, made = 0;
  return {
    batchesPerEpoch: data.batchesPerEpoch,
    get seconds() {
      return seconds;
    },
    get made() {
      return made;
    },
    async *batches(epoch) {
      let asked = performance.now();
      for await (const batch of data.batches(epoch)) {
        seconds += (performance.now() - asked) / 1000;
        made++;
        yield batch;
        asked = performance.now();
      }
    },
  };
}
