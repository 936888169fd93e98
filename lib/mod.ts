/**
 * Unroll: recurrent neural networks in TypeScript, on native TensorFlow.
 *
 * @module
 */
export * from "./audio/mod.ts";
export * from "./core/mod.ts";
export * from "./datasets/mod.ts";
export {
  type BackendName,
  compiled,
  type Engine,
  EngineError,
  type EngineOptions,
  inspectSavedModel,
  loadSavedModel,
  tf,
  type UsedEngine,
  useEngine,
} from "./engine/mod.ts";
export * from "./evaluation/mod.ts";
export * from "./generation/mod.ts";
export * from "./layers/mod.ts";
export * from "./models/mod.ts";
export * from "./notebook/mod.ts";
export * from "./plots/mod.ts";
export * from "./series/mod.ts";
export * from "./text/mod.ts";
export * from "./training/mod.ts";
export type { Values } from "./training/mod.ts";
