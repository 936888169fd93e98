import { random, sizeOf } from "../../core/mod.ts";
import { tf } from "../../engine/mod.ts";
import type { Batch, BatchValue, Dataset, Values } from "./batch.ts";

/** How samples are put into batches. */
export interface BatchesOptions {
  /** Samples a batch. @default 32 */
  batchSize?: number;
  /** A different order each epoch. @default true */
  shuffle?: boolean;
  /** Where the orders come from. @default 0 */
  seed?: number;
  /** Leaves out the last batch where it is smaller. @default false */
  dropRemainder?: boolean;
}

/**
 * Batches over samples that are all in memory. The order of an epoch depends on the seed and the epoch alone.
 *
 * @param samples inputs, labels and, where wanted, weights and mask, of the same number of rows
 * @param options batch size, order
 * @returns the dataset
 * @throws {RangeError} when batchSize is not a whole number from 1, there are no rows, or dropRemainder leaves no batch
 * @throws {TypeError} when the numbers of rows differ, or values do not fill their shape
 * @example
 * ```ts
 * import { batches } from "unroll/training/mod.ts";
 * const x = { values: new Float32Array(6), shape: [3, 2] }, y = { values: new Int32Array(3), shape: [3] };
 * batches({ x, y }, { batchSize: 2, seed: 7 }).batchesPerEpoch; // 2
 * ```
 */
export function batches(samples: Batch, options: BatchesOptions = {}): Dataset {
  const { batchSize = 32, shuffle = true, seed = 0, dropRemainder = false } = options;
  const { rows, batchesPerEpoch } = countBatches(samples, { batchSize, dropRemainder });
  return {
    batchesPerEpoch,
    *batches(epoch) {
      const order = Int32Array.from({ length: rows }, (_, row) => row);
      if (shuffle) random(seed).fork(`epoch ${epoch}`).shuffle(order);
      for (let i = 0; i < batchesPerEpoch; i++) {
        yield* pick(samples, order.subarray(i * batchSize, (i + 1) * batchSize));
      }
    },
  };
}

/** How many rows there are, and how many batches they make. */
export function countBatches(
  samples: Batch,
  { batchSize, dropRemainder }: { batchSize: number; dropRemainder: boolean },
): { rows: number; batchesPerEpoch: number } {
  if (!(Number.isInteger(batchSize) && batchSize >= 1)) {
    throw new RangeError(`Cannot make batches as batchSize >= 1, a whole number: ${batchSize}`);
  }
  const rows = countRows(samples), round = dropRemainder ? Math.floor : Math.ceil;
  const batchesPerEpoch = round(rows / batchSize);
  if (batchesPerEpoch > 0) return { rows, batchesPerEpoch };
  throw new RangeError(`Cannot make whole batches as at least ${batchSize} rows each: there are ${rows}`);
}

/** One batch of these rows; tensors made for it live until the next one is asked for. */
export function* pick({ x, y, sampleWeight, mask }: Batch, rows: Int32Array): Iterable<Batch> {
  const made: tf.Tensor[] = [];
  const take = (value: BatchValue): BatchValue => {
    if (!(value instanceof tf.Tensor)) return takeValues(value, rows);
    made.push(tf.tidy(() => tf.gather(value, tf.tensor1d(rows, "int32"))));
    return made.at(-1)!;
  };
  try {
    yield {
      x: Array.isArray(x) ? x.map(take) : take(x),
      y: take(y),
      ...(sampleWeight && { sampleWeight: take(sampleWeight) }),
      ...(mask && { mask: take(mask) }),
    };
  } finally {
    made.forEach((tensor) => tensor.dispose());
  }
}

function takeValues({ values, shape }: Values, rows: Int32Array): Values {
  const width = sizeOf(shape.slice(1));
  const taken = new (values.constructor as Float32ArrayConstructor)(rows.length * width) as Values["values"];
  rows.forEach((row, i) => taken.set(values.subarray(row * width, (row + 1) * width), i * width));
  return { values: taken, shape: [rows.length, ...shape.slice(1)] };
}

/** The number of rows, which all must share. */
function countRows({ x, y, sampleWeight, mask }: Batch): number {
  const all = [x, y, sampleWeight, mask].flat().filter((value) => value !== undefined);
  for (const value of all) {
    if (!(value instanceof tf.Tensor) && value.values.length !== sizeOf(value.shape)) {
      throw new TypeError(`Cannot use ${value.values.length} values as shape [${value.shape.join(", ")}]`);
    }
  }
  const rows = all.map(({ shape }) => shape[0] ?? 0);
  if (rows[0] === 0) throw new RangeError("Cannot make batches as at least one row: there are none");
  if (rows.every((count) => count === rows[0])) return rows[0]!;
  throw new TypeError(`Cannot pair inputs with labels as the same number of rows: ${rows.join(", ")}`);
}
