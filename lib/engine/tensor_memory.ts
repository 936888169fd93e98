import { sizeOf } from "../core/mod.ts";
import { floatsAt } from "./native_memory.ts";
import { tf } from "./_tf.ts";
import { type TensorFlow, tensorflow } from "./tensorflow/backend.ts";
import type { Machine } from "./tensorflow/binding.ts";
import { DataType } from "./tensorflow/types.ts";

/**
 * Makes a float32 tensor whose numbers are written where they stay, without a copy on the way where TensorFlow runs on the CPU.
 *
 * @param shape the tensor's shape
 * @param write fills all of the memory that it is given, which is not cleared; it may not keep it
 * @returns the tensor
 * @throws whatever `write` throws; nothing is left behind then
 * @example
 * ```ts
 * import { fillTensor, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * fillTensor([2, 2], (memory) => memory.set([1, 2, 3, 4])).print();
 * ```
 */
export function fillTensor(shape: readonly number[], write: (memory: Float32Array) => void): tf.Tensor {
  const native = onProcessor(), size = sizeOf(shape);
  if (!native || size === 0) {
    const values = new Float32Array(size);
    write(values);
    return tf.tensor(values, [...shape]);
  }
  const { machine: { tensors }, backend } = native, id = tensors.empty(shape, DataType.float32);
  try {
    withMemory(native.machine, id, { size, use: write });
  } catch (error) {
    tensors.remove(id);
    throw error;
  }
  return backend.createOutputTensor({ id, shape, dtype: DataType.float32 });
}

/**
 * Hands a tensor's numbers over where they are, without a copy where TensorFlow runs on the CPU.
 *
 * @param tensor float32, or complex64 on the TensorFlow backend: real and imaginary part by turns
 * @param read gets the memory, which it may neither change nor keep
 * @returns what `read` returns
 * @throws whatever `read` throws
 * @example
 * ```ts
 * import { readTensor, tf, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * readTensor(tf.tensor1d([1, 2]), ([first]) => first); // 1
 * ```
 */
export function readTensor<T>(tensor: tf.Tensor, read: (memory: Float32Array) => T): T {
  const native = onProcessor(), size = tensor.size * (tensor.dtype === "complex64" ? 2 : 1);
  if (!native || size === 0) return read(tensor.dataSync() as Float32Array);
  const [id] = native.backend.getInputTensorIds([tensor]);
  return withMemory(native.machine, id!, { size, use: read });
}

/** Hands over a tensor's first `size` numbers where they are, once they are there. */
export function withMemory<T>(
  { tensors }: Machine,
  id: number,
  { size, use }: { size: number; use: (memory: Float32Array) => T },
): T {
  const borrowed = tensors.borrow(id);
  try {
    return use(floatsAt(borrowed.pointer, size));
  } finally {
    borrowed.release();
  }
}

/** TensorFlow where its tensors are in the processor's own memory. */
function onProcessor(): TensorFlow | undefined {
  const native = tensorflow();
  return native && !native.machine.native.isGpu ? native : undefined;
}
