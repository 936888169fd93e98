import { tf } from "../../engine/mod.ts";
import { EPSILON } from "./_epsilon.ts";

/**
 * `log(sum_c q_c) - log(q_label)` with probabilities q that are kept from 0 and 1, as Keras has it. The gradient is written down
 * here: with a vocabulary of words, each tensor as wide as the predictions that is not made counts.
 *
 * @param labels int32 [...]
 * @param predictions [..., C]
 * @returns [...], in nats
 */
export function sparseFromProbabilities(labels: tf.Tensor, predictions: tf.Tensor): tf.Tensor {
  const classes = predictions.shape.at(-1)!;
  const flat = tf.reshape(predictions, [-1, classes]); // [..., C] -> [N, C]
  const rows = flat.shape[0]!;
  const places = tf.stack([tf.range(0, rows, 1, "int32"), tf.reshape(labels, [-1])], 1) as tf.Tensor2D; // [N, 2]
  const operation = tf.customGrad((...args: unknown[]) => {
    const [all, save] = args as [tf.Tensor2D, tf.GradSaveFunc];
    const sums = tf.sum(kept(all), 1), label = tf.gatherND(all, places); // [N], [N]
    save([all, sums, label, places]);
    return {
      value: tf.sub(tf.log(sums), tf.log(kept(label))),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => tf.tidy(() => slope(dy as tf.Tensor1D, saved)),
    };
  });
  return tf.reshape(operation(flat), labels.shape);
}

function kept(probabilities: tf.Tensor): tf.Tensor {
  return tf.clipByValue(probabilities, EPSILON, 1 - EPSILON);
}

/** 1 where a probability was not clipped, else 0. */
function inside(probabilities: tf.Tensor): tf.Tensor {
  const above = tf.greaterEqual(probabilities, EPSILON), below = tf.lessEqual(probabilities, 1 - EPSILON);
  return tf.logicalAnd(above, below).toFloat();
}

/** dy / sum for each class, less dy / q for the label; nothing for what was clipped. [N, C] */
function slope(dy: tf.Tensor1D, [all, sums, label, places]: tf.Tensor[]): tf.Tensor {
  const share = tf.div(dy, sums!) as tf.Tensor1D; // [N]
  const each = tf.mul(inside(all!), tf.expandDims(share, 1));
  const open = inside(label!), own = tf.sub(tf.mul(open, share), tf.mul(open, tf.div(dy, kept(label!)))); // [N]
  return tf.tensorScatterUpdate(each, places!, own);
}
