import type { tf } from "../../engine/mod.ts";

/**
 * A loss: labels and predictions in, one value a position out (the last axis of the predictions is gone), not yet averaged.
 * Training averages over positions, with masks and weights.
 */
export type Loss = (labels: tf.Tensor, predictions: tf.Tensor) => tf.Tensor;

/** A figure that is followed but not trained on: the mean over positions, then `finish`. */
export interface Metric {
  /** The key in logs and history. */
  readonly name: string;
  /** One value a position. */
  values(labels: tf.Tensor, predictions: tf.Tensor): tf.Tensor;
  /** What the mean over an epoch becomes, for example its exponential. */
  finish?(mean: number): number;
}
