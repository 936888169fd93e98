import { CorruptError, MissingError } from "../../core/mod.ts";
import type { tf } from "../../engine/mod.ts";
import { buildModel } from "../saving/_build_model.ts";
import { isObject, type KerasObject } from "./_keras_config.ts";
import { modelFromKeras } from "./_keras_model.ts";
import { weightsFromKeras } from "./_keras_weights.ts";
import { readHDF5 } from "./_hdf5.ts";
import { stateFromKeras } from "./_keras_optimizer.ts";
import type { LoadModelOptions } from "../saving/load_model.ts";
import { type Archive, readZip } from "./_zip.ts";

/**
 * Loads a model that Keras 3 saved as a `.keras` file.
 *
 * @param path the file
 * @param options an optimizer that takes over the state of the file's
 * @returns the model with Keras's weights, ready to predict and train
 * @throws {MissingError} when there is no such file
 * @throws {CorruptError} when the file is cut off, damaged or something else
 * @throws {TypeError} when the model is neither Sequential nor Functional, or has a layer, an argument or an operation that this library
 * lacks; a Lambda is refused, since it is Python code; when the file's optimizer is another one
 * @see https://keras.io/guides/serialization_and_saving/
 * @example
 * ```ts
 * import { loadKeras } from "unroll/models/mod.ts";
 * declare const path: string;
 * const model = await loadKeras(path);
 * ```
 */
export async function loadKeras(
  path: string,
  { optimizer }: LoadModelOptions = {},
): Promise<tf.LayersModel> {
  const bytes = await readBytes(path);
  try {
    return await read(readZip(bytes), optimizer);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new CorruptError(`Cannot read ${path} as a Keras file: ${error.message}`);
  }
}

async function read(files: Archive, optimizer: LoadModelOptions["optimizer"]): Promise<tf.LayersModel> {
  const version = String((jsonOf(files, "metadata.json") as { keras_version?: string }).keras_version);
  if (/^[012]\./.test(version)) {
    throw new TypeError(
      `Cannot load a Keras model as one of Keras 3: ${version} saved it. Load it in Keras 3 and save it again`,
    );
  }
  const architecture = jsonOf(files, "config.json");
  if (!isObject(architecture)) throw new SyntaxError("its config.json is no model's");
  const model = await build(architecture);
  try {
    await readHDF5(fileOf(files, "model.weights.h5"), (read) => {
      weightsFromKeras(model, architecture, read);
      if (optimizer) stateFromKeras(optimizer, model, { compiled: architecture.compile_config, read });
    });
    return model;
  } catch (error) {
    model.dispose();
    throw error;
  }
}

function jsonOf(files: Archive, name: string): unknown {
  return JSON.parse(new TextDecoder().decode(fileOf(files, name)));
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await Deno.readFile(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new MissingError(
      `Cannot load a Keras model as ${path}: there is no such file. Save one with model.save("${path}") in Keras`,
    );
  }
}

function fileOf(files: Archive, name: string): Uint8Array {
  const file = files.get(name);
  if (!file) throw new SyntaxError(`there is no ${name} in it`);
  return file;
}

async function build(architecture: KerasObject): Promise<tf.LayersModel> {
  const modelTopology = modelFromKeras(architecture);
  try {
    return await buildModel(modelTopology);
  } catch (error) {
    throw new TypeError(`Cannot load a Keras model as one of this library: ${(error as Error).message}`);
  }
}
