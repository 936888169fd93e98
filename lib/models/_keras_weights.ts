import { tf } from "../engine/mod.ts";
import { snakeCase } from "./_keras_config.ts";

/** Where a layer's weights are in Keras's HDF5 file, in their order. */
interface Place {
  layer: tf.layers.Layer;
  /** Groups like `layers/gru/cell/vars`; several of them share the weights evenly. */
  groups: string[];
}

/** Keras counts layers of a class within the model: dense, dense_1, ... */
function placesOf(model: tf.LayersModel): Place[] {
  const counts = new Map<string, number>();
  return model.layers.filter((layer) => layer.getClassName() !== "InputLayer").map((layer) => {
    const kind = layer.getClassName(), name = snakeCase(kind), count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    const base = `layers/${name}${count === 0 ? "" : `_${count}`}`;
    return { layer, groups: (PARTS[kind] ?? [""]).map((part) => `${base}/${part}vars`) };
  });
}

const PARTS: Readonly<Record<string, readonly string[]>> = {
  GRU: ["cell/"],
  LSTM: ["cell/"],
  SimpleRNN: ["cell/"],
  Bidirectional: ["forward_layer/cell/", "backward_layer/cell/"],
  TimeDistributed: ["layer/"],
};

/** The weights of a model as Keras's `model.weights.h5`. */
export async function writeWeights(model: tf.LayersModel): Promise<Uint8Array> {
  return await withFile(async (h5, path) => {
    const file = new h5.File(path, "w");
    for (const { layer, groups } of placesOf(model)) {
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
 * Puts the weights of a `model.weights.h5` into a model.
 *
 * @throws {SyntaxError} when the file is damaged, or its weights are not the model's
 */
export async function readWeights(model: tf.LayersModel, bytes: Uint8Array): Promise<void> {
  await withFile(async (h5, path) => {
    (await h5.ready).FS.writeFile(path, bytes);
    const file = openFile(h5, path);
    try {
      for (const place of placesOf(model)) setWeights(file, place);
    } finally {
      file.close();
    }
  });
}

function setWeights(file: File, { layer, groups }: Place): void {
  const current = layer.getWeights(), each = current.length / groups.length;
  const fresh = current.map((weight, i) => {
    const path = `${groups[Math.floor(i / each)]}/${i % each}`, saved = file.get(path) as Dataset | null;
    if (saved?.shape?.join() === weight.shape.join()) {
      return tf.tensor(saved.value as Float32Array | Int32Array, weight.shape, weight.dtype);
    }
    throw new SyntaxError(`${path} in it is [${saved?.shape ?? "missing"}], not [${weight.shape}]`);
  });
  layer.setWeights(fresh);
  tf.dispose(fresh);
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
  throw new SyntaxError("its weights are not an HDF5 file");
}

function makeGroups(file: File, path: string): void {
  const parts = path.split("/");
  parts.forEach((_, i) => {
    const group = parts.slice(0, i + 1).join("/");
    if (!file.get(group)) file.create_group(group);
  });
}
