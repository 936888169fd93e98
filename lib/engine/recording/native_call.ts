import type { tf } from "../_tf.ts";
import { note } from "./record.ts";
import type { NativeRun } from "./tape.ts";
import { tensorflow } from "../tensorflow/backend.ts";
import type { Machine } from "../tensorflow/binding.ts";
import { DataType } from "../tensorflow/types.ts";

/** What a native call does, and what it makes. */
export interface NativeCallOptions {
  /**
   * Names what `run` does, with all that it does it by: `"oneDNN LSTM forward 300x51x20x256"`. Two calls of one name with the
   * same shapes must do the same.
   */
  name: string;
  /** Shapes of the tensors that it writes; their memory comes uninitialised. */
  shapes: readonly (readonly number[])[];
  /** Reads memory at the first pointers and writes all of the memory at the second; it is done when it returns. */
  run: NativeRun;
}

/**
 * Calls native code outside TensorFlow on tensors' own memory: tensors in, fresh float32 tensors out. In a recorded step the
 * call is kept and made again on other memory at each replay, so `run` must depend on nothing but what it is given.
 *
 * @param inputs tensors that it reads, on the TensorFlow backend
 * @param options what it does
 * @returns the tensors written
 * @throws whatever `run` throws; nothing is left behind then
 * @example
 * ```ts
 * import { nativeCall, tf, useEngine } from "unroll/engine/mod.ts";
 * await useEngine({ backend: "tensorflow" });
 * const memory = (pointer: Deno.PointerObject) => new Uint8Array(Deno.UnsafePointerView.getArrayBuffer(pointer, 8));
 * const [copy] = nativeCall([tf.ones([2])], {
 *   name: "copy 2",
 *   shapes: [[2]],
 *   run: ([from], [to]) => memory(to!).set(memory(from!)),
 * });
 * ```
 */
export function nativeCall(inputs: readonly tf.Tensor[], options: NativeCallOptions): tf.Tensor[] {
  const { name, shapes, run } = options, { machine, backend } = tensorflow()!;
  const ids = backend.getInputTensorIds(inputs);
  const outputs = runNative(machine, ids, { shapes, run });
  note({ kind: "native", name, inputs: ids, outputs, shapes, run });
  return outputs.map((id, index) =>
    backend.createOutputTensor({ id, shape: shapes[index]!, dtype: DataType.float32 })
  );
}

/** The same on tensors by number, for a replay. */
export function runNative(
  { tensors }: Machine,
  inputs: readonly number[],
  { shapes, run }: Pick<NativeCallOptions, "shapes" | "run">,
): number[] {
  const made = shapes.map((shape) => tensors.empty(shape, DataType.float32));
  const read = inputs.map((id) => tensors.borrow(id)), written = made.map((id) => tensors.borrow(id));
  try {
    run(read.map((memory) => memory.pointer), written.map((memory) => memory.pointer), inputs);
    return made;
  } catch (error) {
    for (const id of made) tensors.remove(id);
    throw error;
  } finally {
    for (const memory of [...read, ...written]) memory.release();
  }
}
