import { floatType } from "../tensorflow/make_attributes.ts";
import { runOperation } from "../tensorflow/run_operation.ts";
import { tf } from "../_tf.ts";
import { wrapKernel } from "./_wrap_kernel.ts";

/**
 * Lets `Add` on the TensorFlow backend be a `BiasAdd` where one side is a vector along the other's last axis, as layers add
 * their biases: quicker, and a recorded step merges it with the convolution before it.
 */
export function registerBiasAdd(): void {
  wrapKernel("Add", ({ inputs }, stock) => {
    const { a, b } = inputs as { a: tf.Tensor; b: tf.Tensor };
    if (!isBias(a, b)) return stock();
    return tf.tidy(() => runOperation("BiasAdd", [floatType], [a, tf.reshape(b, [-1])])[0]!);
  });
}

/** Whether b is [C] or [1, ..., 1, C] beside an a of [..., C] with more elements. */
function isBias(a: tf.TensorInfo, b: tf.TensorInfo): boolean {
  const channels = b.shape.at(-1);
  return a.dtype === "float32" && b.dtype === "float32" && a.shape.length >= 2 && channels !== undefined &&
    a.shape.at(-1) === channels && b.shape.length <= a.shape.length &&
    b.shape.slice(0, -1).every((size) => size === 1) && a.shape.slice(0, -1).some((size) => size > 1);
}
