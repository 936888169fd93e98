import type { tf } from "../engine/mod.ts";
import { Training } from "./_training.ts";
import type { Dataset } from "./batches/batch.ts";
import type { Callback } from "./callbacks/callback.ts";
import type { History } from "./history.ts";
import type { Loss, Metric } from "./losses/loss.ts";
import type { Optimizer } from "./optimizers/optimizer.ts";

/** How a model is trained. */
export interface FitOptions {
  /** The epoch to stop before, counted from 0 also when training is resumed. */
  epochs: number;
  /** Keeps its state between calls: the same object goes on where it was. */
  optimizer: Optimizer;
  /** What is made smaller: averaged over positions, with masks and weights. */
  loss: Loss;
  /** What is followed beside the loss. @default [] */
  metrics?: readonly Metric[];
  /** Measured after each epoch, under names with `val_`. */
  validation?: Dataset;
  /** Told in this order. @default [] */
  callbacks?: readonly Callback[];
  /** Where dropout comes from; data has a seed of its own. @default 0 */
  seed?: number;
  /** The first epoch's number. @default 0 */
  initialEpoch?: number;
  /** What earlier epochs left behind. @default empty */
  initialHistory?: History;
  /** A folder of checkpoints: goes on from its newest one, or starts at the beginning where it has none. */
  resumeFrom?: string;
  /** Ends training after the current batch when aborted. */
  signal?: AbortSignal;
  /** Ctrl-C and a notebook's stop button end training with a history instead of the process. @default true */
  interruptible?: boolean;
  /** Ends training when the loss is not a number. Keras goes on, and so does this. @default false */
  terminateOnNaN?: boolean;
}

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
