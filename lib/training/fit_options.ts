import type { Dataset } from "./batches/batch.ts";
import type { Callback } from "./callbacks/callback.ts";
import type { History } from "./history/history.ts";
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
