import { floatType, typeAttribute } from "./tensorflow/make_attributes.ts";
import { runOperation } from "./tensorflow/run_operation.ts";
import { tf } from "./_tf.ts";
import { tensorflow } from "./tensorflow/backend.ts";
import { DataType } from "./tensorflow/types.ts";

/**
 * The cross-entropy of class numbers with logits: `log(sum_c exp(z_c)) - z_label`, without a one-hot tensor.
 *
 * @param labels int32 [...], classes from 0 to C - 1
 * @param logits float32 [..., C]
 * @returns float32 [...], one value a position
 * @throws {TypeError} when the labels' shape is not the logits' without the last axis
 * @see TensorFlow's SparseSoftmaxCrossEntropyWithLogits
 * @example
 * ```ts
 * import { sparseSoftmaxCrossEntropy, tf, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * sparseSoftmaxCrossEntropy(tf.tensor1d([1], "int32"), tf.zeros([1, 4])).print(); // ln 4
 * ```
 */
export function sparseSoftmaxCrossEntropy(labels: tf.Tensor, logits: tf.Tensor): tf.Tensor {
  const positions = logits.shape.slice(0, -1), classes = logits.shape.at(-1)!;
  if (labels.shape.join() !== positions.join()) {
    throw new TypeError(
      `Cannot compare labels as [${positions.join(", ")}] with logits [${logits.shape.join(", ")}]: ` +
        `their shape is [${labels.shape.join(", ")}]`,
    );
  }
  const flatLabels = tf.cast(tf.reshape(labels, [-1]), "int32");
  const flat = tf.reshape(logits, [-1, classes]);
  return tf.reshape(tensorflow() ? fused(flatLabels, flat) : plain(flatLabels, flat, classes), positions);
}

/** One operation gives the losses and the gradient by the logits: softmax(z) - onehot(label). */
function fused(labels: tf.Tensor, logits: tf.Tensor): tf.Tensor {
  const operation = tf.customGrad((...args: unknown[]) => {
    const [z, save] = args as [tf.Tensor, tf.GradSaveFunc];
    const types = [floatType, typeAttribute("Tlabels", DataType.int32)];
    const [value, slope] = runOperation("SparseSoftmaxCrossEntropyWithLogits", types, [z, labels], 2);
    save([slope!]);
    return {
      value: value!,
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => tf.mul(tf.expandDims(dy, 1), saved[0]!),
    };
  });
  return operation(logits);
}

function plain(labels: tf.Tensor, logits: tf.Tensor, classes: number): tf.Tensor {
  const picked = tf.cast(tf.oneHot(labels, classes), "float32"); // [N] -> [N, C]
  return tf.neg(tf.sum(tf.mul(picked, tf.logSoftmax(logits)), -1)); // [N, C] -> [N]
}
