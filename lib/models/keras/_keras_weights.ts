import { tf } from "../../engine/mod.ts";
import type { Dataset, ReadDataset } from "./_hdf5.ts";
import { snakeCase } from "./_keras_arguments.ts";
import type { KerasObject } from "./_keras_config.ts";
import { isModel, isOperation } from "./_keras_graph.ts";

/** Where some weights of a layer are in Keras's HDF5 file, in their order. */
interface Place {
  layer: tf.layers.Layer;
  /** Groups like `layers/gru/cell/vars`; several of them share the weights evenly. */
  groups: string[];
}

const PARTS: Readonly<Record<string, readonly string[]>> = {
  GRU: ["cell/"],
  LSTM: ["cell/"],
  SimpleRNN: ["cell/"],
  Bidirectional: ["forward_layer/cell/", "backward_layer/cell/"],
};

/** Keras counts the layers of a class within their model, in the order of its architecture: dense, dense_1, ... */
function placesOf(model: tf.LayersModel, { config }: KerasObject, base = ""): Place[] {
  const counts = new Map<string, number>();
  return (config.layers as KerasObject[]).flatMap((part) => {
    const name = snakeCase(part.class_name), count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    const path = `${base}layers/${name}${count === 0 ? "" : `_${count}`}/`;
    if (part.class_name === "InputLayer" || isOperation(part)) return [];
    const layer = model.getLayer(part.config.name as string);
    if (isModel(part.class_name)) return placesOf(layer as tf.LayersModel, part, path);
    return placesIn(layer, path);
  });
}

function placesIn(layer: tf.layers.Layer, path: string): Place[] {
  const kind = layer.getClassName();
  if (kind === "TimeDistributed") {
    return placesIn((layer as unknown as { layer: tf.layers.Layer }).layer, `${path}layer/`);
  }
  return [{ layer, groups: (PARTS[kind] ?? [""]).map((part) => `${path}${part}vars`) }];
}

/** Each weight of a model and its path in the `model.weights.h5` of its architecture for Keras. */
function pathsOf(
  model: tf.LayersModel,
  architecture: KerasObject,
): { path: string; variable: tf.Variable }[] {
  return placesOf(model, architecture).flatMap(({ layer, groups }) => {
    const each = layer.weights.length / groups.length;
    return layer.weights.map((weight, i) => ({
      path: `${groups[Math.floor(i / each)]}/${i % each}`,
      variable: weight.read() as tf.Variable,
    }));
  });
}

/** The weights of a model as Keras keeps them. */
export async function weightsToKeras(model: tf.LayersModel, architecture: KerasObject): Promise<Dataset[]> {
  return await Promise.all(
    pathsOf(model, architecture).map(async ({ path, variable }) => ({
      path,
      shape: variable.shape,
      values: await variable.data() as Float32Array | Int32Array,
    })),
  );
}

/** Assigns the variables themselves: tfjs's `setWeights` would hold them to the layer's constraints first. */
export function weightsFromKeras(model: tf.LayersModel, architecture: KerasObject, read: ReadDataset): void {
  for (const { path, variable } of pathsOf(model, architecture)) {
    const { shape, dtype } = variable;
    tf.tidy(() => variable.assign(tf.tensor(read(path, shape, dtype), shape, dtype)));
  }
}
