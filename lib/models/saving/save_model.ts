import { createHash } from "node:crypto";
import { join } from "node:path";
import { type Write, writeWhole } from "../../core/mod.ts";
import { tf } from "../../engine/mod.ts";
import type { Tokenizer, Vocabulary } from "../../text/mod.ts";
import { packOptimizer, type StatefulOptimizer } from "./_optimizer_state.ts";

/** What is saved beside the model. */
export interface SaveModelOptions {
  /** What training goes on with: moments, step count and learning rate; its other settings are the caller's. @default none */
  optimizer?: StatefulOptimizer;
  /** What turns text into the model's ids. @default none */
  vocabulary?: Vocabulary;
  /** Keras's kind of vocabulary. @default none */
  tokenizer?: Tokenizer;
  /** What the model's outputs stand for, in their order. @default none */
  labels?: readonly string[];
  /** Whatever else the model needs to be used, as JSON: scaling, window length, history. @default empty */
  metadata?: Record<string, unknown>;
  /** Writes a file, in place of the disk. */
  write?: Write;
}

/**
 * Saves a model's architecture and weights, the optimizer's state, and what turns text into numbers, into one folder. The format is
 * tfjs's own: stock tfjs loads its model.json, but for the layers that `stockProblems` names. Files of numbers are named after their
 * content and model.json is renamed into place last, so the folder holds the old model or the new one, never a mixture. Two that save
 * into one folder at the same time are not kept apart: give each its own.
 *
 * @param model any built model
 * @param folder where; made when it is not there
 * @param options what else is saved
 * @throws {TypeError} when metadata is not JSON
 * @throws whatever writing throws, such as on a full disk; the folder then has the model that it had
 * @example
 * ```ts
 * import { characterGRU, loadModel, saveModel } from "unroll/models/mod.ts";
 * import { characterVocabulary } from "unroll/text/mod.ts";
 * const folder = await Deno.makeTempDir(), model = characterGRU({ vocabularySize: 3, embedding: 2, units: 4 });
 * await saveModel(model, folder, { vocabulary: characterVocabulary("ab"), metadata: { windowLength: 100 } });
 * const { vocabulary } = await loadModel(folder); // encodes as before
 * ```
 */
export async function saveModel(
  model: tf.LayersModel,
  folder: string,
  { optimizer, vocabulary, tokenizer, labels, metadata = {}, write }: SaveModelOptions = {},
): Promise<void> {
  const artifacts = await artifactsOf(model), weights = bytesOf(artifacts.weightData);
  const sha256 = createHash("sha256").update(weights).digest("hex"),
    name = `weights.${sha256.slice(0, 16)}.bin`;
  const state = optimizer && await packOptimizer(optimizer);
  const text = toJSON({
    format: "layers-model",
    generatedBy: artifacts.generatedBy,
    convertedBy: null,
    modelTopology: artifacts.modelTopology,
    weightsManifest: [{ paths: [name], weights: artifacts.weightSpecs }],
    userDefinedMetadata: {
      unroll: { sha256, metadata, optimizer: state?.entry, vocabulary, tokenizer, labels },
    },
  });
  await Deno.mkdir(folder, { recursive: true });
  await writeWhole(join(folder, name), [weights], write);
  if (state) await writeWhole(join(folder, state.entry.path), state.parts, write);
  await writeWhole(join(folder, "model.json"), [new TextEncoder().encode(text)], write);
  await removeStale(folder, [name, state?.entry.path]);
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

/** Numbers of an older model in the same folder. */
async function removeStale(folder: string, current: (string | undefined)[]): Promise<void> {
  for await (const { name } of Deno.readDir(folder)) {
    const numbers = /^(weights|optimizer)\.[0-9a-f]{16}\.bin$/.test(name);
    if (numbers && !current.includes(name)) await Deno.remove(join(folder, name));
  }
}
