import { sizeOf } from "../../core/mod.ts";
import { check, type Native } from "./native.ts";
import { dataTypeName, elementBytes } from "./types.ts";

/** What a tensor is made from: a typed array, or plain numbers, booleans or strings. */
export type TensorSource = ArrayLike<number | bigint | boolean | string | Uint8Array> | ArrayBufferView;

/** Memory of TensorFlow's own: it frees it on its own threads, where no JavaScript may be called. */
export function allocateTensor(native: Native, shape: readonly number[], dtype: number): Deno.PointerValue {
  const dimensions = BigInt64Array.from(shape, BigInt), width = elementBytes[dtype];
  if (!width) {
    throw new TypeError(`Cannot make a tensor as ${dataTypeName(dtype)}: its elements have no fixed size`);
  }
  const bytes = BigInt(sizeOf(shape) * width);
  const tensor = native.functions.TF_AllocateTensor(dtype, dimensions, shape.length, bytes);
  if (!tensor) {
    throw new RangeError(`Cannot make a tensor as [${shape.join(", ")}]: no memory for ${bytes} bytes`);
  }
  return tensor;
}

/** Hands allocated memory to the eager runtime. */
export function toHandle(native: Native, tensor: Deno.PointerValue): Deno.PointerValue {
  const made = native.functions.TFE_NewTensorHandle(tensor, native.status);
  native.functions.TF_DeleteTensor(tensor);
  check(native, "TFE_NewTensorHandle");
  return made;
}
