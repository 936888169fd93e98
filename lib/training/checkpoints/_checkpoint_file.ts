import { createHash } from "node:crypto";
import { CorruptError, sizeOf } from "../../core/mod.ts";
import type { History } from "../history/history.ts";

/** All that a training goes on from. */
export interface Checkpoint {
  /** The next epoch to train. */
  epoch: number;
  seed: number;
  history: History;
  /** In the order of the model's layers. */
  weights: SavedTensor[];
  optimizer: { name: string; learningRate: number; iterations: number; slots: SavedTensor[] };
}

/** A tensor as plain numbers. */
export interface SavedTensor {
  name: string;
  shape: number[];
  values: Float32Array | Int32Array;
}

type Row = { name: string; shape: number[]; dtype: "float32" | "int32" };
type Head = Omit<Checkpoint, "weights" | "optimizer"> & {
  weights: Row[];
  optimizer: Omit<Checkpoint["optimizer"], "slots"> & { slots: Row[] };
};

const MAGIC = "UNROLL01", DIGEST = 32;

/** A file's parts: eight letters, the length of the JSON head (uint32), the head, tensors one after the other, SHA-256 of all that. */
export function* encodeCheckpoint({ weights, optimizer, ...rest }: Checkpoint): Iterable<Uint8Array> {
  const head: Head = {
    ...rest,
    weights: weights.map(rowOf),
    optimizer: { ...optimizer, slots: optimizer.slots.map(rowOf) },
  };
  const text = new TextEncoder().encode(padded(JSON.stringify(head)));
  const hash = createHash("sha256");
  const tensors = [...weights, ...optimizer.slots].map(({ values }) => bytesOf(values));
  const start = [new TextEncoder().encode(MAGIC), bytesOf(new Int32Array([text.length])), text];
  for (const part of [...start, ...tensors]) {
    hash.update(part);
    yield part;
  }
  yield new Uint8Array(hash.digest());
}

/** Reads a checkpoint back, or throws CorruptError naming the file. */
export function decodeCheckpoint(bytes: Uint8Array<ArrayBuffer>, path: string): Checkpoint {
  const body = bytes.subarray(0, -DIGEST), start = MAGIC.length + 4;
  const damage = (what: string) =>
    new CorruptError(`Cannot read ${path} as a checkpoint: ${what}. Delete it and resume again`);
  if (new TextDecoder().decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) throw damage("it is not one");
  const digest = createHash("sha256").update(body).digest();
  if (digest.compare(bytes.subarray(body.length)) !== 0) throw damage("it is cut off or damaged");
  const length = new DataView(bytes.buffer, bytes.byteOffset).getInt32(MAGIC.length, true);
  if (length % 4 !== 0) throw damage("another version wrote it");
  const { weights, optimizer, ...rest } = JSON.parse(
    new TextDecoder().decode(body.subarray(start, start + length)),
  ) as Head;
  let offset = start + length;
  const read = ({ name, shape, dtype }: Row): SavedTensor => {
    const size = sizeOf(shape), from = offset;
    offset += 4 * size;
    const make = dtype === "int32" ? Int32Array : Float32Array;
    return { name, shape, values: new make(body.buffer, body.byteOffset + from, size) };
  };
  return {
    ...rest,
    weights: weights.map(read),
    optimizer: { ...optimizer, slots: optimizer.slots.map(read) },
  };
}

/** Filled up with blanks so that tensors start at a multiple of four bytes and can be read without a copy. */
function padded(head: string): string {
  const length = new TextEncoder().encode(head).length;
  return head + " ".repeat(-length & 3);
}

function rowOf({ name, shape, values }: SavedTensor): Row {
  return { name, shape, dtype: values instanceof Int32Array ? "int32" : "float32" };
}

function bytesOf(values: Float32Array | Int32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}
