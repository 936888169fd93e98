import type { tf } from "../engine/mod.ts";
import { Training } from "./_training.ts";
import type { Dataset } from "./batches/batch.ts";
import type { FitOptions } from "./fit_options.ts";
import type { History } from "./history/history.ts";

/**
 * Trains a model.
 *
 * @param model any tfjs model with one output; `compile` is not needed
 * @param data the batches of each epoch
 * @param options epochs, optimizer, loss, and what else training needs
 * @returns the history: per epoch the mean loss (weighted by samples, with regularisation) and metrics. When training is stopped it
 * holds the epochs that ran to their end, `stopped` says why, and `partial` has the unfinished epoch
 * @throws {RangeError} when epochs is not a whole number from 0, or the dataset yields no batch
 * @throws {TypeError} when the model has no or several outputs, nothing to train, or a batch does not fit it
 * @see https://keras.io/api/models/model_training_apis/
 * @example
 * ```ts
 * import { adam, batches, fit, meanSquaredError } from "unroll/training/mod.ts";
 * import { tf } from "unroll/engine/mod.ts";
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
 * const data = batches({ x: tf.ones([8, 2]), y: tf.ones([8, 1]) }, { batchSize: 4 });
 * const history = await fit(model, data, { epochs: 3, optimizer: adam(), loss: meanSquaredError() });
 * history.metrics.loss; // three numbers
 * ```
 */
export function fit(model: tf.LayersModel, data: Dataset, options: FitOptions): Promise<History> {
  return new Training(model, data, options).run();
}
