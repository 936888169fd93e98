import { random } from "../../core/mod.ts";
import { tf } from "../../engine/mod.ts";
import { type ByStep, byStep } from "./_by_step.ts";
import type { Batch, Dataset } from "./batch.ts";

/** Windows over a table by index, as `timeWindows` of the series room cuts them. */
export interface WindowIndex {
  /** The row of each window [W]. */
  rows: Int32Array;
  /** Where its inputs lie, from its row [T]. */
  inputOffsets: Int32Array;
  /** Where its targets lie, from its row [K]. */
  targetOffsets: Int32Array;
}

/** A table on the device: windows read from it, nothing else is copied there. */
export interface WindowedTensors {
  /** What the model sees [N, F]. */
  x: tf.Tensor2D;
  /** What it foretells [N], or several columns of it [N, C]. */
  y: tf.Tensor;
}

/** How windows are put into batches. */
export interface WindowBatchesOptions {
  /** Windows a batch. @default 128 */
  batchSize?: number;
  /** Draws this many batches an epoch at random, a window may come again, as the book's generator does. @default each window once, in order */
  batchesPerEpoch?: number;
  /** Where the draws come from. @default 0 */
  seed?: number;
}

/**
 * Batches of windows that are gathered on the device, from one table that stays there: of a batch, only row numbers travel.
 * Where the windows take every n-th row, an epoch begins by putting the table's rows into that order.
 *
 * @param table the tensors [N, F] and [N] or [N, C]; the caller disposes them after the last batch
 * @param windows which rows each window sees and foretells
 * @param options batch size, draws
 * @returns the dataset: x [B, T, F], y [B, K] or [B, K, C] (K left out where it is 1: [B, C])
 * @throws {RangeError} when batchSize or batchesPerEpoch is not a whole number from 1, or there are no windows
 * @throws {TypeError} when the tensors' rows differ, or a window lies outside of them
 * @example
 * ```ts
 * import { windowBatches } from "unroll/training/mod.ts";
 * import { tf } from "unroll/engine/mod.ts";
 * const x = tf.tensor2d([1, 2, 3, 4, 5, 6], [6, 1]), y = tf.tensor1d([1, 2, 3, 4, 5, 6]);
 * const windows = { rows: Int32Array.of(2, 3, 4), inputOffsets: Int32Array.of(-2, -1), targetOffsets: Int32Array.of(1) };
 * windowBatches({ x, y }, windows, { batchSize: 2 }).batchesPerEpoch; // 2
 * ```
 */
export function windowBatches(
  table: WindowedTensors,
  windows: WindowIndex,
  { batchSize = 128, batchesPerEpoch, seed = 0 }: WindowBatchesOptions = {},
): Dataset {
  check(table, windows);
  const { rows } = windows, count = batchesPerEpoch ?? Math.ceil(rows.length / batchSize);
  if (!(Number.isInteger(batchSize) && batchSize >= 1 && Number.isInteger(count) && count >= 1)) {
    throw new RangeError(
      `Cannot make batches as of whole numbers from 1: batchSize ${batchSize}, batchesPerEpoch ${batchesPerEpoch}`,
    );
  }
  return {
    batchesPerEpoch: count,
    *batches(epoch) {
      const { integer } = random(seed).fork(`epoch ${epoch}`), inputs = byStep(table.x, windows.inputOffsets);
      try {
        for (let i = 0; i < count; i++) {
          const chosen = batchesPerEpoch === undefined
            ? rows.subarray(i * batchSize, (i + 1) * batchSize)
            : Int32Array.from({ length: batchSize }, () => rows[integer(0, rows.length)]!);
          yield* gathered(inputs, { y: table.y, offsets: windows.targetOffsets, rows: chosen });
        }
      } finally {
        inputs.dispose();
      }
    },
  };
}

/** One batch; its tensors live until the next one is asked for. */
function* gathered(
  inputs: ByStep,
  { y, offsets, rows }: { y: tf.Tensor; offsets: Int32Array; rows: Int32Array },
): Iterable<Batch> {
  const batch = tf.tidy(() => {
    const targets = tf.gather(y, grid(rows, offsets)); // [N] -> [B, K], [N, C] -> [B, K, C]
    const alone = targets.rank === 3 && targets.shape[1] === 1;
    return {
      x: tf.gather(inputs.table, grid(rows.map(inputs.beginOf), inputs.places)), // [N, F] -> [B, T, F]
      y: alone ? tf.squeeze(targets, [1]) : targets,
    };
  });
  try {
    yield batch;
  } finally {
    tf.dispose(batch);
  }
}

/** Each row number with each offset added [B, T]: reckoned here, where it takes no turn of the device's threads. */
function grid(rows: Int32Array, offsets: Int32Array): tf.Tensor2D {
  const places = new Int32Array(rows.length * offsets.length);
  for (let i = 0, at = 0; i < rows.length; i++) {
    for (let j = 0; j < offsets.length; j++) places[at++] = rows[i]! + offsets[j]!;
  }
  return tf.tensor2d(places, [rows.length, offsets.length], "int32");
}

function check({ x, y }: WindowedTensors, { rows, inputOffsets, targetOffsets }: WindowIndex): void {
  if (x.shape[0] !== y.shape[0]) {
    throw new TypeError(`Cannot read windows as of one table: x has ${x.shape[0]} rows, y ${y.shape[0]}`);
  }
  if (rows.length === 0) throw new RangeError("Cannot make batches as of at least one window: there is none");
  const offsets = [...inputOffsets, ...targetOffsets];
  const [first, last] = rows.reduce(([low, high], row) => [Math.min(low, row), Math.max(high, row)], [
    Infinity,
    -Infinity,
  ]);
  const lowest = first + Math.min(...offsets), highest = last + Math.max(...offsets);
  if (lowest >= 0 && highest < x.shape[0]) return;
  throw new TypeError(
    `Cannot read windows as of rows 0 to ${x.shape[0] - 1}: they reach from ${lowest} to ${highest}`,
  );
}
