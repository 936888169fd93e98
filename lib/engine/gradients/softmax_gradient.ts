import { tf } from "../_tf.ts";

/**
 * Replaces the gradient of softmax by the same formula with the sum taken first, `(dy - sum(dy y)) y`: one tensor as wide as the
 * classes fewer is there at a time, which counts where the classes are a vocabulary of words.
 */
export function registerSoftmaxGradient(): void {
  tf.registerGradient({
    kernelName: "Softmax",
    outputsToSave: [true],
    gradFunc(dy, [y], attributes) {
      const { dim } = attributes as unknown as { dim: number };
      return {
        logits: () => tf.mul(tf.sub(dy as tf.Tensor, tf.sum(tf.mul(dy as tf.Tensor, y!), dim, true)), y!),
      };
    },
  });
}
