import { tf } from "../../engine/mod.ts";
import { Breather } from "../_breather.ts";
import { forward } from "../_forward.ts";
import { flatten, unflatten } from "../_inputs.ts";
import type { Dataset } from "../batches/batch.ts";

/**
 * What a model says about each sample of a dataset's epoch 0, such as all windows of a series in order, which as one tensor would not
 * fit into memory.
 *
 * @param model any model with one output
 * @param data the batches
 * @returns the predictions [N, ...] in the order of the batches; the caller disposes them
 * @throws {RangeError} when the dataset yields nothing
 * @throws {TypeError} when a batch does not fit the model
 * @example
 * ```ts
 * import { batches, predictBatches } from "unroll/training/mod.ts";
 * import { tf } from "unroll/engine/mod.ts";
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
 * const data = batches({ x: tf.zeros([5, 3]), y: tf.zeros([5]) }, { batchSize: 2, shuffle: false });
 * (await predictBatches(model, data)).shape; // [5, 2]
 * ```
 */
export async function predictBatches(model: tf.LayersModel, data: Dataset): Promise<tf.Tensor> {
  const parts: tf.Tensor[] = [], breather = new Breather();
  try {
    for await (const batch of data.batches(0)) {
      const flat = flatten(batch, model);
      try {
        parts.push(tf.tidy(() => forward(model, unflatten(flat.tensors, flat.layout).inputs).output));
      } finally {
        flat.dispose();
      }
      if (breather.due()) await breather.breathe();
    }
    if (parts.length > 0) return tf.concat(parts, 0);
  } finally {
    parts.forEach((part) => part.dispose());
  }
  throw new RangeError("Cannot predict as at least one batch: the dataset yields none");
}
