import { tf } from "../engine/mod.ts";
import type { Loss, Metric } from "./losses/loss.ts";

/** What is measured on a batch. */
export interface Scoring {
  loss: Loss;
  metrics: readonly Metric[];
}

/** Labels against predictions, and which positions count how much. */
export interface Scored {
  labels: tf.Tensor;
  predictions: tf.Tensor;
  mask: tf.Tensor | null;
  sampleWeight: tf.Tensor | null;
}

/**
 * The mean loss: over positions that the mask leaves in, each times its weight, divided by their count as in Keras
 * (not by the sum of the weights).
 */
export function meanLoss(loss: Loss, { labels, predictions, mask, sampleWeight }: Scored): tf.Tensor {
  let values = loss(labels, predictions);
  const count = mask ? tf.maximum(tf.sum(spread(mask, values)), 1e-7) : tf.scalar(values.size);
  if (sampleWeight) values = tf.mul(values, spread(sampleWeight, values));
  if (mask) values = tf.mul(values, spread(mask, values));
  return tf.div(tf.sum(values), count);
}

/**
 * Sum and count of each metric [M, 2].
 *
 * Porting note: a mask leaves positions out of metrics too; Keras 3 counts them.
 */
export function metricSums(metrics: readonly Metric[], { labels, predictions, mask }: Scored): tf.Tensor[] {
  return metrics.flatMap((metric) => {
    const values = metric.values(labels, predictions);
    if (!mask) return [tf.sum(values), tf.scalar(values.size)];
    const kept = spread(mask, values);
    return [tf.sum(tf.mul(values, kept)), tf.sum(kept)];
  });
}

/** Weights [B] or [B, T] as the values' shape. */
function spread(weights: tf.Tensor, values: tf.Tensor): tf.Tensor {
  const cast = weights.toFloat(),
    last = cast.rank > 0 && cast.rank === values.rank + 1 && cast.shape.at(-1) === 1;
  const fitted = last ? tf.squeeze(cast, [cast.rank - 1]) : cast;
  const padded = fitted.reshape([...fitted.shape, ...Array(Math.max(0, values.rank - fitted.rank)).fill(1)]);
  const fits = padded.rank === values.rank &&
    padded.shape.every((n, axis) => n === 1 || n === values.shape[axis]);
  if (fits) return tf.mul(padded, tf.onesLike(values));
  throw new TypeError(
    `Cannot weigh positions [${values.shape.join(", ")}] as a mask or sampleWeight of their shape: [${
      weights.shape.join(", ")
    }]`,
  );
}
