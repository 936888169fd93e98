import { createHash } from "node:crypto";
import { join } from "node:path";
import { CorruptError, MissingError } from "../core/mod.ts";
import { tf } from "../engine/mod.ts";
import { registerLayers } from "../layers/mod.ts";

/** A model with what was saved beside it. */
export interface LoadedModel {
  model: tf.LayersModel;
  /** Empty where nothing was saved. */
  metadata: Record<string, unknown>;
}

/**
 * Loads a model that `saveModel` (or stock tfjs) wrote.
 *
 * @param folder where its model.json is
 * @returns the model, ready to predict and train, and its metadata
 * @throws {MissingError} when there is no model.json
 * @throws {CorruptError} naming the file, when one of its files is missing, cut off or damaged
 * @example
 * ```ts
 * import { loadModel } from "unroll/models/mod.ts";
 * declare const folder: string;
 * const { model, metadata } = await loadModel(folder);
 * ```
 */
export async function loadModel(folder: string): Promise<LoadedModel> {
  registerLayers();
  const path = join(folder, "model.json"), saved = parse(await readText(path), path);
  const manifest = saved.weightsManifest ?? [],
    { sha256, metadata = {} } = saved.userDefinedMetadata?.unroll ?? {};
  const paths = manifest.flatMap((group) => group.paths.map((name) => join(folder, name)));
  const weightData = await readWeights(paths, sha256);
  const weightSpecs = manifest.flatMap((group) => group.weights);
  const model = await tf.loadLayersModel(
    tf.io.fromMemory({ modelTopology: saved.modelTopology, weightSpecs, weightData }),
  );
  return { model, metadata };
}

interface SavedModel {
  modelTopology: tf.io.ModelJSON["modelTopology"];
  weightsManifest?: tf.io.WeightsManifestConfig;
  userDefinedMetadata?: { unroll?: { sha256: string; metadata?: Record<string, unknown> } };
}

async function readText(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new MissingError(
        `Cannot load a model as ${path}: there is no such file. Save one there with saveModel(model, folder)`,
      );
    }
    throw error;
  }
}

function parse(text: string, path: string): SavedModel {
  try {
    const saved = JSON.parse(text) as SavedModel;
    if (saved.modelTopology) return saved;
  } catch {
    // said below
  }
  throw new CorruptError(`Cannot read ${path} as a model: it is damaged or something else`);
}

async function readWeights(paths: string[], sha256?: string): Promise<ArrayBuffer> {
  const parts = await Promise.all(paths.map((path) => readPart(path)));
  const bytes = new Uint8Array(tf.io.concatenateArrayBuffers(parts));
  if (sha256 !== undefined && createHash("sha256").update(bytes).digest("hex") !== sha256) {
    throw new CorruptError(`Cannot read ${paths.join(", ")} as the model's weights: cut off or damaged`);
  }
  return bytes.buffer;
}

async function readPart(path: string): Promise<ArrayBuffer> {
  try {
    return (await Deno.readFile(path)).buffer;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new CorruptError(`Cannot read ${path} as the model's weights: it is gone`);
    }
    throw error;
  }
}
