import type { Batch, Dataset } from "./batch.ts";
import { countBatches, pick } from "./batches.ts";

/** How samples are put into batches that continue each other. */
export interface StatefulBatchesOptions {
  /** Samples a batch: streams that are read side by side. @default 32 */
  batchSize?: number;
}

/**
 * Batches for stateful layers, over samples that follow each other, e.g. the windows of a text: row i of batch b + 1 is the
 * sample after row i of batch b, so the state that a layer carries over belongs to what it reads next. The samples are cut
 * into `batchSize` streams of `batchesPerEpoch`; row i of batch b is sample `i * batchesPerEpoch + b`. What remains at the end is
 * left out; each epoch is alike. Give `fit` the callback `resetStates()`, or the first batch begins with the state of the last one.
 *
 * @param samples inputs, labels and, where wanted, weights and mask, of the same number of rows, in their own order
 * @param options batch size
 * @returns the dataset
 * @throws {RangeError} when batchSize is not a whole number from 1, or there are fewer rows than that
 * @throws {TypeError} when the numbers of rows differ, or values do not fill their shape
 * @see https://keras.io/api/layers/recurrent_layers/lstm/ on `stateful`
 * @example
 * ```ts
 * import { statefulBatches } from "unroll/training/mod.ts";
 * const x = { values: new Int32Array([0, 1, 2, 3, 4, 5]), shape: [6, 1] };
 * const data = statefulBatches({ x, y: x }, { batchSize: 2 }); // rows 0 and 3, then 1 and 4, then 2 and 5
 * ```
 */
export function statefulBatches(samples: Batch, { batchSize = 32 }: StatefulBatchesOptions = {}): Dataset {
  const { batchesPerEpoch } = countBatches(samples, { batchSize, dropRemainder: true });
  return {
    batchesPerEpoch,
    *batches() {
      for (let batch = 0; batch < batchesPerEpoch; batch++) {
        yield* pick(samples, Int32Array.from({ length: batchSize }, (_, i) => i * batchesPerEpoch + batch));
      }
    },
  };
}
