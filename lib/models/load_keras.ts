import { CorruptError, MissingError } from "../core/mod.ts";
import { tf } from "../engine/mod.ts";
import { registerLayers } from "../layers/mod.ts";
import { fromKeras, type KerasObject } from "./_keras_config.ts";
import { readWeights } from "./_keras_weights.ts";
import { type Archive, readZip } from "./_zip.ts";

/**
 * Loads a model that Keras 3 saved as a `.keras` file.
 *
 * @param path the file
 * @returns the model with Keras's weights, ready to predict and train
 * @throws {MissingError} when there is no such file
 * @throws {CorruptError} when the file is cut off, damaged or something else
 * @throws {TypeError} when the model is not sequential, or has a layer that this library lacks
 * @see https://keras.io/guides/serialization_and_saving/
 * @example
 * ```ts
 * import { loadKeras } from "unroll/models/mod.ts";
 * declare const path: string;
 * const model = await loadKeras(path);
 * ```
 */
export async function loadKeras(path: string): Promise<tf.LayersModel> {
  const damage = (error: unknown): never => {
    if (!(error instanceof SyntaxError)) throw error;
    throw new CorruptError(`Cannot read ${path} as a Keras file: ${error.message}`);
  };
  const bytes = await readBytes(path);
  try {
    const files = readZip(bytes),
      model = await build(JSON.parse(new TextDecoder().decode(fileOf(files, "config.json"))));
    await readWeights(model, fileOf(files, "model.weights.h5"));
    return model;
  } catch (error) {
    return damage(error);
  }
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

async function build({ class_name, config }: KerasObject): Promise<tf.LayersModel> {
  if (class_name !== "Sequential") {
    throw new TypeError(`Cannot load a Keras model as Sequential: it is ${class_name}`);
  }
  registerLayers();
  const [first, ...rest] = config.layers as KerasObject[], { batch_shape, dtype } = first!.config;
  const layers = rest.map(fromKeras);
  Object.assign(layers[0]!.config, { batch_input_shape: batch_shape, input_dtype: dtype });
  const modelTopology = { class_name, config: { name: config.name, layers } };
  return await tf.loadLayersModel(tf.io.fromMemory({ modelTopology }));
}
