import { tf } from "../../engine/mod.ts";
import type { Batch, BatchValue, Dataset, Values } from "./batch.ts";

/**
 * A dataset whose samples weigh in the loss by their class, so that rare classes count more.
 *
 * @param data batches with class numbers [B] or [B, 1], yes-or-no labels, or one-hot labels [B, C]
 * @param weights weight of each class by its number; classes that are left out weigh 1
 * @returns the same batches with `sampleWeight` [B]
 * @throws {RangeError} when a weight is negative or not finite
 * @throws {TypeError} while training, when batches have a sampleWeight already, or labels of another shape
 * @see `class_weight` of https://keras.io/api/models/model_training_apis/
 * @example
 * ```ts
 * import { batches, classWeights } from "unroll/training/mod.ts";
 * const y = { values: new Int32Array([0, 0, 0, 1]), shape: [4] };
 * const data = classWeights(batches({ x: { values: new Float32Array(4), shape: [4, 1] }, y }), { 1: 3 });
 * ```
 */
export function classWeights(data: Dataset, weights: Readonly<Record<number, number>>): Dataset {
  for (const [number, weight] of Object.entries(weights)) {
    if (weight >= 0 && Number.isFinite(weight)) continue;
    throw new RangeError(`Cannot weigh class ${number} as a finite number >= 0: ${weight}`);
  }
  return {
    batchesPerEpoch: data.batchesPerEpoch,
    async *batches(epoch) {
      for await (const batch of data.batches(epoch)) {
        yield { ...batch, sampleWeight: await weigh(batch, weights) };
      }
    },
  };
}

async function weigh({ y, sampleWeight }: Batch, weights: Readonly<Record<number, number>>): Promise<Values> {
  if (sampleWeight) {
    throw new TypeError("Cannot weigh classes as the only weights: the batches have a sampleWeight");
  }
  const values = Float32Array.from(await classesOf(y), (number) => weights[number] ?? 1);
  return { values, shape: [values.length] };
}

async function classesOf(y: BatchValue): Promise<ArrayLike<number>> {
  const numbers = y instanceof tf.Tensor ? await y.data() : y.values, [rows, width = 1, ...rest] = y.shape;
  if (rest.length > 0) {
    throw new TypeError(
      `Cannot weigh classes as labels [B], [B, 1] or [B, C]: their shape is [${y.shape.join(", ")}]`,
    );
  }
  if (width === 1) return numbers;
  return Array.from(
    { length: rows! },
    (_, row) => indexOfLargest(numbers.slice(row * width, (row + 1) * width)),
  );
}

function indexOfLargest(numbers: ArrayLike<number>): number {
  return Array.from(numbers).reduce((best, value, i) => value > numbers[best]! ? i : best, 0);
}
