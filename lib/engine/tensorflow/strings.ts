import { sizeOf } from "../../core/mod.ts";
import { check, cString, type Native } from "./native.ts";
import type { Functions } from "./symbols.ts";
import { allocateTensor, type TensorSource } from "./memory.ts";
import { DataType } from "./types.ts";

/** sizeof(TF_TString): a string's handle inside a tensor. */
const handleBytes = 24;

const encoder = new TextEncoder();

/**
 * Makes a string tensor that TensorFlow owns wholly: the strings written through the C API are copied by `DeepCopy` and
 * freed here, because TensorFlow frees only those that it made itself.
 */
export function stringTensor(
  native: Native,
  shape: readonly number[],
  source: TensorSource,
): Deno.PointerValue {
  const strings = Array.from(source as ArrayLike<string | Uint8Array>, bytesOf);
  if (strings.length !== sizeOf(shape)) {
    throw new TypeError(
      `Cannot make a tensor as string [${shape.join(", ")}]: ${strings.length} strings were given`,
    );
  }
  const { functions: tf } = native;
  const tensor = allocateTensor(native, shape, DataType.string);
  const base = Deno.UnsafePointer.value(tf.TF_TensorData(tensor));
  strings.forEach((bytes, index) => {
    const place = at(base, index);
    tf.TF_StringInit(place);
    tf.TF_StringCopy(place, bytes, BigInt(bytes.length));
  });
  const written = tf.TFE_NewTensorHandle(tensor, native.status);
  check(native, "TFE_NewTensorHandle");
  const copy = deepCopy(native, written);
  tf.TFE_DeleteTensorHandle(written);
  strings.forEach((_, index) => tf.TF_StringDealloc(at(base, index)));
  tf.TF_DeleteTensor(tensor);
  return copy;
}

/** The bytes of each string of a tensor's memory. */
export function readStrings(tf: Functions, pointer: Deno.PointerObject, bytes: number): Uint8Array[] {
  const base = Deno.UnsafePointer.value(pointer);
  return Array.from({ length: bytes / handleBytes }, (_, index) => {
    const place = at(base, index), length = Number(tf.TF_StringGetSize(place));
    if (length === 0) return new Uint8Array(0);
    return new Uint8Array(
      Deno.UnsafePointerView.getArrayBuffer(tf.TF_StringGetDataPointer(place)!, length).slice(0),
    );
  });
}

function deepCopy(native: Native, handle: Deno.PointerValue): Deno.PointerValue {
  const { functions: tf, status } = native;
  const op = tf.TFE_NewOp(native.context, cString("DeepCopy"), status);
  const result = new BigUint64Array(1), count = new Int32Array([1]);
  tf.TFE_OpAddInput(op, handle, status);
  tf.TFE_Execute(op, result, count, status);
  tf.TFE_DeleteOp(op);
  check(native, "DeepCopy");
  return Deno.UnsafePointer.create(result[0]!);
}

function bytesOf(value: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return typeof value === "string" ? encoder.encode(value) : new Uint8Array(value);
}

function at(base: bigint, index: number): Deno.PointerValue {
  return Deno.UnsafePointer.create(base + BigInt(index * handleBytes));
}
