import { tf } from "../engine/mod.ts";
import type { KerasObject } from "./_keras_config.ts";
import { modelToKeras } from "./_keras_model.ts";
import { writeWeights } from "./_keras_weights.ts";
import { writeWhole } from "../core/mod.ts";
import { writeZip } from "./_zip.ts";

/**
 * Saves a model as a `.keras` file, which `keras.saving.load_model` opens. The file is written whole or not at all.
 *
 * @param model any built model
 * @param path the file
 * @throws {TypeError} when the model has a layer, an argument or an activation that Keras lacks, such as a peephole LSTM
 * @see https://keras.io/guides/serialization_and_saving/
 * @example
 * ```ts
 * import { characterGRU, saveKeras } from "unroll/models/mod.ts";
 * const path = await Deno.makeTempFile({ suffix: ".keras" });
 * await saveKeras(characterGRU({ vocabularySize: 5, embedding: 2, units: 4 }), path);
 * ```
 */
export async function saveKeras(model: tf.LayersModel, path: string): Promise<void> {
  const topology = model.toJSON(null, false) as unknown as KerasObject;
  const architecture = modelToKeras(topology);
  const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const files: [string, Uint8Array][] = [
    ["metadata.json", encode({ keras_version: "3.15.1", date_saved: "1980-01-01@00:00:00" })],
    ["config.json", encode(architecture)],
    ["model.weights.h5", await writeWeights(model, architecture)],
  ];
  await writeWhole(path, [writeZip(new Map(files))]);
}
