import { tf } from "../_tf.ts";

/** What `tf.customGrad` is made of; it allows one output only, this several. */
interface KernelRunner {
  readonly state: { readonly gradientDepth: number };
  runKernelFunc(call: {
    inputs: Record<string, tf.Tensor>;
    forwardFunc(backend: unknown, save: (tensors: tf.Tensor[]) => void): tf.Tensor[];
    backwardsFunc(dy: tf.Tensor | tf.Tensor[], saved: tf.Tensor[]): Record<string, () => tf.Tensor>;
  }): tf.Tensor[];
}

const runner = (): KernelRunner => tf.engine() as unknown as KernelRunner;

/** Whether tfjs is keeping a tape, so that a gradient may be asked for. */
export function isTaped(): boolean {
  return runner().state.gradientDepth > 0;
}

/**
 * One operation with several outputs and a gradient of its own.
 *
 * @param inputs what gradients go to
 * @param forward gives the outputs, and saves what the gradient wants to see
 * @param backward gradients to the outputs, and what was saved -> gradients to the inputs
 */
export function differentiable(
  inputs: tf.Tensor[],
  forward: (save: (tensors: tf.Tensor[]) => void) => tf.Tensor[],
  backward: (gradients: tf.Tensor[], saved: tf.Tensor[]) => tf.Tensor[],
): tf.Tensor[] {
  return runner().runKernelFunc({
    inputs: Object.fromEntries(inputs.entries()),
    forwardFunc: (_, save) => forward(save),
    backwardsFunc(dy, saved) {
      const gradients = backward(Array.isArray(dy) ? [...dy] : [dy], saved);
      return Object.fromEntries(gradients.map((gradient, index) => [index, () => gradient]));
    },
  });
}
