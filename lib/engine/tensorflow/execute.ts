import { type Attribute, writeAttribute } from "./attributes.ts";
import { EagerWriter } from "./eager_writer.ts";
import { check, cString, type Native } from "./native.ts";
import { describe, type TensorInfo, type Tensors } from "./tensors.ts";
import { dataTypeName } from "./types.ts";

/** Runs an operation on tensors by number. */
export type Execute = (
  op: string,
  attributes: readonly Attribute[],
  inputs: readonly number[],
  outputs: number,
) => TensorInfo[];

/** Runs an operation on native handles, and writes those of its results into `results`. */
export type ExecuteHandles = (
  op: string,
  attributes: readonly Attribute[],
  inputs: readonly Deno.PointerValue[],
  results: BigUint64Array<ArrayBuffer>,
) => number;

/**
 * The eager door: one native operation, executed now.
 *
 * @returns the operation on native handles
 */
export function handleExecutor(native: Native): ExecuteHandles {
  const { functions: tf, status, context } = native;
  const write = new EagerWriter(native), count = new Int32Array(1);
  return (name, attributes, inputs, results) => {
    const op = tf.TFE_NewOp(context, cString(name), status);
    check(native, name);
    try {
      write.op = op;
      for (const input of inputs) tf.TFE_OpAddInput(op, input, status);
      for (const attribute of attributes) writeAttribute(write, attribute);
      count[0] = results.length;
      tf.TFE_Execute(op, results, count, status);
      check(native, name, () => inputList(native, inputs));
      return count[0]!;
    } finally {
      tf.TFE_DeleteOp(op);
    }
  };
}

/** The eager door on tensors by number, as tfjs-node's kernels call it. */
export function executor(native: Native, tensors: Tensors, run: ExecuteHandles): Execute {
  const buffers: BigUint64Array<ArrayBuffer>[] = []; // by number of outputs: an op may have hundreds
  return (op, attributes, inputs, outputs) => {
    const results = buffers[outputs] ??= new BigUint64Array(outputs);
    const handles = new Array<Deno.PointerValue>(inputs.length);
    for (let i = 0; i < inputs.length; i++) handles[i] = tensors.handle(inputs[i]!);
    const made = run(op, attributes, handles, results), infos = new Array<TensorInfo>(made);
    for (let i = 0; i < made; i++) {
      const pointer = Deno.UnsafePointer.create(results[i]!);
      infos[i] = describe(native, tensors.adopt(pointer), pointer);
    }
    return infos;
  };
}

/** Inputs for a message: `on float32 [2, 3], int32 [4]`. */
function inputList(native: Native, inputs: readonly Deno.PointerValue[]): string {
  const parts = inputs.map((pointer) => {
    const { shape, dtype } = describe(native, 0, pointer);
    return `${dataTypeName(dtype)} [${shape.join(", ")}]`;
  });
  return parts.length > 0 ? ` on ${parts.join(", ")}` : "";
}
