import { createHash } from "node:crypto";
import { join } from "node:path";
import { CorruptError, MissingError } from "../../core/mod.ts";
import { tf } from "../../engine/mod.ts";
import { type Tokenizer, tokenizerFromJSON, type Vocabulary, vocabularyFromJSON } from "../../text/mod.ts";
import { buildModel } from "./_build_model.ts";
import { type OptimizerEntry, type StatefulOptimizer, unpackOptimizer } from "./_optimizer_state.ts";

/** A model with what was saved beside it. */
export interface LoadedModel {
  model: tf.LayersModel;
  /** Null where none was saved. */
  vocabulary: Vocabulary | null;
  /** Null where none was saved. */
  tokenizer: Tokenizer | null;
  /** Null where none were saved. */
  labels: readonly string[] | null;
  /** Empty where nothing was saved. */
  metadata: Record<string, unknown>;
}

/** What else is put back. */
export interface LoadModelOptions {
  /** A new optimizer of the kind that was saved, with the same settings: it goes on where the saved one was. @default none */
  optimizer?: StatefulOptimizer;
}

/**
 * Loads a model that `saveModel` (or stock tfjs) wrote.
 *
 * @param folder where its model.json is
 * @param options an optimizer that takes over the saved state
 * @returns the model, ready to predict and train, and what was saved beside it
 * @throws {MissingError} when there is no model.json, or an optimizer was given and none was saved
 * @throws {CorruptError} naming the file, when one of its files is missing, cut off or damaged
 * @throws {TypeError} when the saved state is another optimizer's
 * @example
 * ```ts
 * import { loadModel } from "unroll/models/mod.ts";
 * declare const folder: string;
 * const { model, vocabulary } = await loadModel(folder);
 * ```
 */
export async function loadModel(
  folder: string,
  { optimizer }: LoadModelOptions = {},
): Promise<LoadedModel> {
  const path = join(folder, "model.json"), saved = parse(await readText(path), path);
  const { weightsManifest: manifest = [], userDefinedMetadata } = saved;
  const { sha256, optimizer: entry, ...beside } = userDefinedMetadata?.unroll ?? {};
  const known = preprocessing(beside, path);
  const paths = manifest.flatMap((group) => group.paths.map((name) => join(folder, name)));
  const weightData = await readWeights(paths, sha256);
  const weightSpecs = manifest.flatMap((group) => group.weights);
  const model = await buildModel(saved.modelTopology);
  try {
    setWeights(model, { weightData, weightSpecs, path });
    if (optimizer) await unpackOptimizer(optimizer, model, { folder, entry });
  } catch (error) {
    model.dispose();
    throw error;
  }
  return { model, ...known };
}

interface Beside {
  metadata?: Record<string, unknown>;
  vocabulary?: unknown;
  tokenizer?: unknown;
  labels?: string[];
}

interface SavedModel {
  modelTopology: tf.io.ModelJSON["modelTopology"];
  weightsManifest?: tf.io.WeightsManifestConfig;
  userDefinedMetadata?: { unroll?: Beside & { sha256?: string; optimizer?: OptimizerEntry } };
}

function preprocessing(
  { metadata = {}, vocabulary, tokenizer, labels }: Beside,
  path: string,
): Omit<LoadedModel, "model"> {
  try {
    return {
      vocabulary: vocabulary === undefined ? null : vocabularyFromJSON(vocabulary),
      tokenizer: tokenizer === undefined ? null : tokenizerFromJSON(JSON.stringify(tokenizer)),
      labels: labels ?? null,
      metadata,
    };
  } catch (error) {
    throw new CorruptError(
      `Cannot read ${path} as a model with its preprocessing: ${(error as Error).message}`,
    );
  }
}

interface SavedWeights {
  weightData: ArrayBuffer;
  weightSpecs: tf.io.WeightsManifestEntry[];
  path: string;
}

function setWeights(model: tf.LayersModel, { weightData, weightSpecs, path }: SavedWeights): void {
  try {
    tf.tidy(() => assignWeights(model, tf.io.decodeWeights(weightData, weightSpecs)));
  } catch (error) {
    throw new CorruptError(`Cannot read ${path} as a model with its weights: ${(error as Error).message}`);
  }
}

/** Sets all weights by name; those with a constraint once more, since tfjs holds them to it, which moves their last digits. */
function assignWeights(model: tf.LayersModel, saved: tf.NamedTensorMap): void {
  model.loadWeights({ ...saved });
  for (const weight of model.weights) {
    const value = saved[weight.originalName];
    if (weight.constraint && value) (weight.read() as tf.Variable).assign(value);
  }
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
