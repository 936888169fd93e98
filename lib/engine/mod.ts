/**
 * The native engine: TensorFlow under tfjs's own kernels, and the ladder of backends below it.
 *
 * @module
 */
export { tf } from "./_tf.ts";
export { type Compiled, compiled } from "./compiled.ts";
export { EngineError } from "./engine_error.ts";
export {
  type BackendName,
  type Engine,
  type EngineOptions,
  type UsedEngine,
  useEngine,
} from "./use_engine.ts";
export type { ContextOptions } from "./tensorflow/open_context.ts";
export type { TensorFlowOptions } from "./tensorflow/backend.ts";
