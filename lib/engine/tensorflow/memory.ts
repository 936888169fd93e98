import { sizeOf } from "../../core/mod.ts";
import { check, cString, type Native } from "./native.ts";
import { DataType, dataTypeName, elementBytes } from "./types.ts";

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

const one = new BigUint64Array(1), count = new Int32Array(1);

/** A tensor of TensorFlow's own pool, uninitialised. */
export function emptyTensor(native: Native, shape: readonly number[], dtype: number): Deno.PointerValue {
  const { functions: tf, status, context } = native;
  const sizes = allocateTensor(native, [shape.length], DataType.int32);
  if (shape.length > 0) {
    const memory = Deno.UnsafePointerView.getArrayBuffer(tf.TF_TensorData(sizes)!, 4 * shape.length);
    new Int32Array(memory).set(shape);
  }
  const input = toHandle(native, sizes), op = tf.TFE_NewOp(context, cString("Empty"), status);
  tf.TFE_OpAddInput(op, input, status);
  tf.TFE_OpSetAttrType(op, cString("dtype"), dtype);
  tf.TFE_OpSetAttrBool(op, cString("init"), 0);
  count[0] = 1;
  tf.TFE_Execute(op, one, count, status);
  tf.TFE_DeleteOp(op);
  tf.TFE_DeleteTensorHandle(input);
  check(native, "Empty", () => ` of [${shape.join(", ")}]`);
  return Deno.UnsafePointer.create(one[0]!);
}
