import type { tf } from "./_tf.ts";
import { note } from "./recording/record.ts";
import type { NativeRun } from "./recording/tape.ts";
import { tensorflow } from "./tensorflow/backend.ts";
import type { Machine } from "./tensorflow/binding.ts";
import { DataType } from "./tensorflow/types.ts";

/**
 * Calls native code outside TensorFlow on tensors' own memory: float32 tensors in, fresh float32 tensors out.
 * In a recorded step the call is kept, with its name, and made again on other memory at each replay; so `run` must depend
 * on nothing but its pointers, and two calls of one name with the same shapes must do the same.
 *
 * @param name what `run` does, with all that it does it by: `"oneDNN LSTM forward 300x51x20x256"`
 * @param inputs tensors that it reads, on the TensorFlow backend
 * @param shapes shapes of the tensors that it writes; their memory comes uninitialised
 * @param run reads memory at the first pointers and writes all of the memory at the second, and is done when it returns
 * @returns the tensors written
 */
export function nativeCall(
  name: string,
  inputs: readonly tf.Tensor[],
  shapes: readonly (readonly number[])[],
  run: NativeRun,
): tf.Tensor[] {
  const { machine, backend } = tensorflow()!;
  const ids = backend.getInputTensorIds(inputs);
  const outputs = runNative(machine, ids, shapes, run);
  note({ kind: "native", name, inputs: ids, outputs, shapes, run });
  return outputs.map((id, index) =>
    backend.createOutputTensor({ id, shape: shapes[index]!, dtype: DataType.float32 })
  );
}

/** The same on tensors by number, for a replay. */
export function runNative(
  { tensors }: Machine,
  inputs: readonly number[],
  shapes: readonly (readonly number[])[],
  run: NativeRun,
): number[] {
  const made = shapes.map((shape) => tensors.allocate(shape, DataType.float32));
  const read = inputs.map((id) => tensors.borrow(id));
  try {
    run(read.map((memory) => memory.pointer), made.map((memory) => memory.pointer));
  } finally {
    for (const memory of read) memory.release();
  }
  return made.map((memory) => memory.finish());
}
