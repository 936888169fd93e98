import { tf } from "../engine/mod.ts";
import { snakeCase } from "./_keras_arguments.ts";
import type { KerasObject } from "./_keras_config.ts";
import { isModel, isOperation } from "./_keras_graph.ts";

/** How every HDF5 file begins; the library prints its complaints about others. */
const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

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

/** The weights of a model as the `model.weights.h5` of its architecture for Keras. */
export async function writeWeights(model: tf.LayersModel, architecture: KerasObject): Promise<Uint8Array> {
  return await withFile(async (h5, path) => {
    const file = new h5.File(path, "w");
    for (const { layer, groups } of placesOf(model, architecture)) {
      const weights = layer.getWeights(), each = weights.length / groups.length;
      for (const [part, group] of groups.entries()) {
        makeGroups(file, group);
        for (const [i, weight] of weights.slice(part * each, (part + 1) * each).entries()) {
          file.create_dataset({
            name: `${group}/${i}`,
            data: await weight.data() as Float32Array | Int32Array,
            shape: weight.shape,
          });
        }
      }
    }
    file.close();
    return (await h5.ready).FS.readFile(path);
  });
}

/**
 * Puts the weights of a `model.weights.h5` into a model of Keras's architecture.
 *
 * @throws {SyntaxError} when the file is damaged, or its weights are not the model's
 */
export async function readWeights(
  model: tf.LayersModel,
  architecture: KerasObject,
  bytes: Uint8Array,
): Promise<void> {
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) {
    throw new SyntaxError("its weights are not an HDF5 file");
  }
  await withFile(async (h5, path) => {
    (await h5.ready).FS.writeFile(path, bytes);
    const file = openFile(h5, path);
    try {
      for (const place of placesOf(model, architecture)) setWeights(file, place);
    } finally {
      file.close();
    }
  });
}

/** Assigns the variables themselves: tfjs's `setWeights` would hold them to the layer's constraints first. */
function setWeights(file: File, { layer, groups }: Place): void {
  const each = layer.weights.length / groups.length;
  for (const [i, weight] of layer.weights.entries()) {
    const path = `${groups[Math.floor(i / each)]}/${i % each}`, saved = file.get(path) as Dataset | null;
    const variable = weight.read() as tf.Variable, { shape, dtype } = variable;
    if (saved?.shape?.join() !== shape.join()) {
      throw new SyntaxError(`${path} in it is [${saved?.shape ?? "missing"}], not [${shape}]`);
    }
    tf.tidy(() => variable.assign(tf.tensor(numbersOf(saved, dtype), shape, dtype)));
  }
}

/** Keras counts in int64, and a scalar comes alone. */
function numbersOf({ value }: Dataset, dtype: tf.DataType): Float32Array | Int32Array {
  const list = Array.from((ArrayBuffer.isView(value) ? value : [value]) as ArrayLike<unknown>, Number);
  return dtype === "int32" ? Int32Array.from(list) : Float32Array.from(list);
}

type H5 = typeof import("h5wasm");
type File = InstanceType<H5["File"]>;
type Dataset = InstanceType<H5["Dataset"]>;

let serial = 0;

/** Lends a path in the memory of the HDF5 library, which is loaded when it is first needed. */
async function withFile<T>(use: (h5: H5, path: string) => Promise<T>): Promise<T> {
  const h5 = await import("h5wasm"), { FS } = await h5.ready, path = `weights${serial++}.h5`;
  try {
    return await use(h5, path);
  } finally {
    if (FS.analyzePath(path, true).exists) FS.unlink(path);
  }
}

function openFile(h5: H5, path: string): File {
  const file = new h5.File(path, "r");
  if (file.file_id > 0n) return file;
  throw new SyntaxError("its weights are a damaged HDF5 file");
}

function makeGroups(file: File, path: string): void {
  const parts = path.split("/");
  parts.forEach((_, i) => {
    const group = parts.slice(0, i + 1).join("/");
    if (!file.get(group)) file.create_group(group);
  });
}
