import { createRequire } from "node:module";
import { MissingError } from "../core/mod.ts";
import { tf } from "./_tf.ts";
import { tensorflow } from "./tensorflow/backend.ts";

/** A SavedModel that is loaded. */
export interface SavedModel {
  /** Runs the signature on tensors by the names of its inputs; gives tensors by the names of its outputs. */
  predict(inputs: Record<string, tf.Tensor>): Record<string, tf.Tensor>;
  /** Frees it. */
  dispose(): void;
}

/** What a SavedModel holds: for each of its graphs the tags, and by signature the inputs' and outputs' names, shapes and types. */
export type SavedModelContents = tf.MetaGraph[];

/** Which graph and signature of a SavedModel to use. */
export interface SavedModelOptions {
  /** @default ["serve"] */
  tags?: string[];
  /** @default "serving_default" */
  signature?: string;
}

/** tfjs-node-gpu's own reader. */
interface Reader {
  loadSavedModel(folder: string, tags: string[], signature: string): Promise<SavedModel>;
  getMetaGraphsFromSavedModel(folder: string): Promise<SavedModelContents>;
}

/**
 * Loads a TensorFlow SavedModel.
 *
 * @param folder the folder that holds `saved_model.pb`
 * @param options tags and signature
 * @returns the model
 * @throws {MissingError} when the TensorFlow backend is not in use
 * @throws {EngineError} when TensorFlow can't load it
 * @example
 * ```ts
 * import { loadSavedModel, tf, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * const model = await loadSavedModel("tests/reference/engine/saved_model");
 * model.predict({ x: tf.tensor2d([[1, 2]]) });
 * ```
 */
export function loadSavedModel(folder: string, options: SavedModelOptions = {}): Promise<SavedModel> {
  const { tags = ["serve"], signature = "serving_default" } = options;
  return reader().loadSavedModel(folder, tags, signature);
}

/**
 * Lists what a SavedModel holds, without loading its weights.
 *
 * @param folder the folder that holds `saved_model.pb`
 * @returns tags and signatures
 * @throws {MissingError} when the TensorFlow backend is not in use
 * @example
 * ```ts
 * import { inspectSavedModel, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * const [graph] = await inspectSavedModel("tests/reference/engine/saved_model");
 * const inputs = graph!.signatureDefs["serving_default"]!.inputs;
 * ```
 */
export function inspectSavedModel(folder: string): Promise<SavedModelContents> {
  return reader().getMetaGraphsFromSavedModel(folder);
}

function reader(): Reader {
  if (!tensorflow()) {
    throw new MissingError(
      'Cannot read a SavedModel on this backend: call useEngine({ backend: "tensorflow" })',
    );
  }
  return createRequire(import.meta.url)("@tensorflow/tfjs-node-gpu/dist/saved_model.js");
}
