import { tf } from "../engine/mod.ts";
import { type KerasObject, toKeras } from "./_keras_config.ts";
import { writeWeights } from "./_keras_weights.ts";
import { writeWhole } from "../core/mod.ts";
import { writeZip } from "./_zip.ts";

/**
 * Saves a model as a `.keras` file, which `keras.saving.load_model` opens. The file is written whole or not at all.
 *
 * @param model layers in a row
 * @param path the file
 * @throws {TypeError} when the model is not a row of layers, or has one that Keras lacks (such as a peephole LSTM)
 * @see https://keras.io/guides/serialization_and_saving/
 * @example
 * ```ts
 * import { characterGRU, saveKeras } from "unroll/models/mod.ts";
 * const path = await Deno.makeTempFile({ suffix: ".keras" });
 * await saveKeras(characterGRU({ vocabularySize: 5, embedding: 2, units: 4 }), path);
 * ```
 */
export async function saveKeras(model: tf.LayersModel, path: string): Promise<void> {
  if (!(model instanceof tf.Sequential)) {
    throw new TypeError(
      `Cannot save ${model.name} as a Keras file of a row of layers: it is not a tf.sequential`,
    );
  }
  const { config } = model.toJSON(null, false) as unknown as { config: { layers: KerasObject[] } };
  const layers = config.layers.filter((layer) => layer.class_name !== "InputLayer").map(toKeras);
  const input = { batch_shape: model.inputs[0]!.shape, dtype: model.inputs[0]!.dtype, name: "input_layer" };
  const whole: KerasObject = {
    module: "keras",
    class_name: "Sequential",
    config: {
      name: model.name,
      layers: [
        { module: "keras.layers", class_name: "InputLayer", config: input, registered_name: null },
        ...layers,
      ],
    },
    registered_name: null,
  };
  const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const files: [string, Uint8Array][] = [
    ["metadata.json", encode({ keras_version: "3.15.1", date_saved: "1980-01-01@00:00:00" })],
    ["config.json", encode(whole)],
    ["model.weights.h5", await writeWeights(model)],
  ];
  await writeWhole(path, [writeZip(new Map(files))]);
}
