/**
 * The native engine: TensorFlow under tfjs's own kernels, and the ladder of backends below it.
 *
 * @module
 */
export { tf } from "./_tf.ts";
export { type Compiled, compiled } from "./compiled.ts";
