import { tf } from "../../engine/mod.ts";
import type { KerasObject } from "./_keras_config.ts";
import { modelToKeras } from "./_keras_model.ts";
import { weightsToKeras } from "./_keras_weights.ts";
import { writeHDF5 } from "./_hdf5.ts";
import { compilation, stateToKeras } from "./_keras_optimizer.ts";
import type { StatefulOptimizer } from "../saving/_optimizer_state.ts";
import { writeWhole } from "../../core/mod.ts";
import { writeZip } from "./_zip.ts";

/** What is saved beside the model. */
export interface SaveKerasOptions {
  /**
   * Adam, AdamW, RMSprop or SGD, with its settings and state: `model.compile(model.optimizer, loss)` goes on with it.
   *
   * Porting note: Keras 3 on TensorFlow squares an embedding's gradients of a repeated token one by one, this library squares their
   * sum, so that Adam's and RMSprop's next steps on such rows differ a little.
   * @default none
   */
  optimizer?: StatefulOptimizer;
}

/**
 * Saves a model as a `.keras` file, which `keras.saving.load_model` opens. The file is written whole or not at all.
 *
 * @param model any built model
 * @param path the file
 * @param options the optimizer that trained it
 * @throws {TypeError} when the model has a layer, an argument or an activation that Keras lacks, such as a peephole LSTM
 * @see https://keras.io/guides/serialization_and_saving/
 * @example
 * ```ts
 * import { characterGRU, saveKeras } from "unroll/models/mod.ts";
 * const path = await Deno.makeTempFile({ suffix: ".keras" });
 * await saveKeras(characterGRU({ vocabularySize: 5, embedding: 2, units: 4 }), path);
 * ```
 */
export async function saveKeras(
  model: tf.LayersModel,
  path: string,
  { optimizer }: SaveKerasOptions = {},
): Promise<void> {
  const topology = model.toJSON(null, false) as unknown as KerasObject;
  const architecture = modelToKeras(topology);
  const datasets = [
    ...await weightsToKeras(model, architecture),
    ...optimizer ? await stateToKeras(optimizer) : [],
  ];
  const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const files: [string, Uint8Array][] = [
    ["metadata.json", encode({ keras_version: "3.15.1", date_saved: "1980-01-01@00:00:00" })],
    [
      "config.json",
      encode(optimizer ? { ...architecture, compile_config: compilation(optimizer) } : architecture),
    ],
    ["model.weights.h5", await writeHDF5(datasets)],
  ];
  await writeWhole(path, [writeZip(new Map(files))]);
}
