import { createHash } from "node:crypto";
import { join } from "node:path";
import { tf } from "../engine/mod.ts";
import { writeWhole } from "../core/mod.ts";

/** What is saved beside the model. */
export interface SaveModelOptions {
  /** Whatever the model needs to be used, as JSON: vocabulary, scaling, window length. */
  metadata?: Record<string, unknown>;
}

/**
 * Saves a model's architecture, weights and metadata into a folder, in tfjs's own format: stock tfjs loads its model.json where it has
 * the layers. The weights' file is named after its content and model.json is renamed into place last, so the folder holds the old
 * model or the new one, never a mixture.
 *
 * @param model any built model
 * @param folder where; made when it is not there
 * @param options metadata
 * @throws {TypeError} when metadata is not JSON
 * @example
 * ```ts
 * import { characterGRU, loadModel, saveModel } from "unroll/models/mod.ts";
 * const folder = await Deno.makeTempDir();
 * await saveModel(characterGRU({ vocabularySize: 3, embedding: 2, units: 4 }), folder, { metadata: { vocabulary: ["a", "b"] } });
 * const { metadata } = await loadModel(folder);
 * ```
 */
export async function saveModel(
  model: tf.LayersModel,
  folder: string,
  { metadata }: SaveModelOptions = {},
): Promise<void> {
  const artifacts = await artifactsOf(model), weights = bytesOf(artifacts.weightData);
  const sha256 = createHash("sha256").update(weights).digest("hex"),
    name = `weights.${sha256.slice(0, 16)}.bin`;
  const text = toJSON({
    format: "layers-model",
    generatedBy: artifacts.generatedBy,
    convertedBy: null,
    modelTopology: artifacts.modelTopology,
    weightsManifest: [{ paths: [name], weights: artifacts.weightSpecs }],
    userDefinedMetadata: { unroll: { sha256, metadata: metadata ?? {} } },
  });
  await Deno.mkdir(folder, { recursive: true });
  await writeWhole(join(folder, name), [weights]);
  await writeWhole(join(folder, "model.json"), [new TextEncoder().encode(text)]);
  await removeStale(folder, name);
}

async function artifactsOf(model: tf.LayersModel): Promise<tf.io.ModelArtifacts> {
  let saved: tf.io.ModelArtifacts | undefined;
  await model.save(tf.io.withSaveHandler((artifacts) => {
    saved = artifacts;
    return Promise.resolve({ modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: "JSON" } });
  }));
  return saved!;
}

function bytesOf(data: tf.io.WeightData | undefined): Uint8Array {
  return new Uint8Array(tf.io.concatenateArrayBuffers([data ?? new ArrayBuffer(0)].flat()));
}

function toJSON(model: object): string {
  try {
    return JSON.stringify(model);
  } catch (error) {
    throw new TypeError(`Cannot save metadata as JSON: ${(error as Error).message}`);
  }
}

/** Weights of an older model in the same folder. */
async function removeStale(folder: string, current: string): Promise<void> {
  for await (const { name } of Deno.readDir(folder)) {
    if (/^weights\.[0-9a-f]{16}\.bin$/.test(name) && name !== current) await Deno.remove(join(folder, name));
  }
}
