import type { Dataset } from "./batch.ts";

/** A dataset that knows how long its batches took. */
export interface TimedDataset extends Dataset {
  /** Seconds that each batch so far took to make. */
  readonly making: readonly number[];
  /** Seconds that passed between a batch and the request for the next one: the training step on it. */
  readonly using: readonly number[];
  /** The median of `making` as a share of the medians of both; NaN before the second batch. */
  readonly share: number;
}

/**
 * Watches how much of a training is spent on data: it should be a few hundredths. Medians, so that neither a first step that is
 * recorded nor other work on the machine counts.
 *
 * @param data the dataset to watch
 * @returns the same batches, with their times
 * @example
 * ```ts
 * import { batches, timedBatches } from "unroll/training/mod.ts";
 * const x = { values: new Float32Array(6), shape: [6, 1] };
 * const data = timedBatches(batches({ x, y: x }, { batchSize: 2 }));
 * for await (const _ of data.batches(0)) data.making.length; // 1, 2, 3
 * ```
 */
export function timedBatches(data: Dataset): TimedDataset {
  const making: number[] = [], using: number[] = [];
  return {
    batchesPerEpoch: data.batchesPerEpoch,
    making,
    using,
    get share() {
      return median(making) / (median(making) + median(using));
    },
    async *batches(epoch) {
      let asked = performance.now();
      for await (const batch of data.batches(epoch)) {
        const made = performance.now();
        making.push((made - asked) / 1000);
        yield batch;
        asked = performance.now();
        using.push((asked - made) / 1000);
      }
    },
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
}
