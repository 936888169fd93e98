/** An array of numbers in an HDF5 file. */
export interface Dataset {
  path: string;
  shape: number[];
  values: Float32Array | Int32Array;
}

/** How every HDF5 file begins; the library prints its complaints about others. */
const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];

/** An HDF5 file of arrays. */
export async function writeHDF5(datasets: readonly Dataset[]): Promise<Uint8Array> {
  return await withFile(async (h5, place) => {
    const file = new h5.File(place, "w");
    for (const { path, shape, values } of datasets) {
      makeGroups(file, path.split("/").slice(0, -1));
      file.create_dataset({ name: path, data: values, shape });
    }
    file.close();
    return (await h5.ready).FS.readFile(place);
  });
}

/** Gives an array of a file as float32 or int32, checked against its shape. */
export type ReadDataset = (
  path: string,
  shape: readonly number[],
  dtype: string,
) => Float32Array | Int32Array;

/**
 * Reads arrays of an HDF5 file.
 *
 * @throws {SyntaxError} when it is damaged, or an array is missing or of another shape
 */
export async function readHDF5(bytes: Uint8Array, use: (read: ReadDataset) => void): Promise<void> {
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) {
    throw new SyntaxError("its weights are not an HDF5 file");
  }
  await withFile(async (h5, place) => {
    (await h5.ready).FS.writeFile(place, bytes);
    const file = new h5.File(place, "r");
    if (file.file_id <= 0n) throw new SyntaxError("its weights are a damaged HDF5 file");
    try {
      use((path, shape, dtype) => {
        const saved = file.get(path) as Saved | null;
        if (saved?.shape?.join() === shape.join()) return numbersOf(saved, dtype);
        throw new SyntaxError(`${path} in it is [${saved?.shape ?? "missing"}], not [${shape}]`);
      });
    } finally {
      file.close();
    }
  });
}

/** Keras counts in int64, and a scalar comes alone; weights are float32 as they are. */
function numbersOf({ value }: Saved, dtype: string): Float32Array | Int32Array {
  if (value instanceof Float32Array && dtype === "float32") return value;
  const list = Array.from((ArrayBuffer.isView(value) ? value : [value]) as ArrayLike<unknown>, Number);
  return dtype === "int32" ? Int32Array.from(list) : Float32Array.from(list);
}

type H5 = typeof import("h5wasm");
type File = InstanceType<H5["File"]>;
type Saved = InstanceType<H5["Dataset"]>;

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

function makeGroups(file: File, names: string[]): void {
  names.forEach((_, i) => {
    const group = names.slice(0, i + 1).join("/");
    if (!file.get(group)) file.create_group(group);
  });
}
