import { typeAttribute } from "../tensorflow/make_attributes.ts";
import type { tf } from "../_tf.ts";
import type { Attribute } from "../tensorflow/attributes.ts";
import { tensorflow } from "../tensorflow/backend.ts";
import type { TensorInfo } from "../tensorflow/tensors.ts";
import { DataType } from "../tensorflow/types.ts";

/** How an operation with 64-bit whole numbers is run. */
interface WideOptions {
  /** Positions of the int32 inputs that the operation wants as int64. @default none */
  wide?: readonly number[];
  /** How many results it has. @default 1 */
  outputs?: number;
}

/**
 * Runs an operation that takes or gives int64, which tfjs doesn't have: int32 outside, int64 inside.
 *
 * @param op the operation's TensorFlow name
 * @param attributes its attributes, without the types that its inputs decide
 * @param inputs its inputs
 * @param options which inputs become int64, how many results there are
 * @returns its results, int64 ones as int32
 */
export function runWide(
  op: string,
  attributes: readonly Attribute[],
  inputs: readonly tf.TensorInfo[],
  { wide = [], outputs = 1 }: WideOptions = {},
): tf.Tensor[] {
  const { machine, backend } = tensorflow()!;
  const passing: number[] = []; // int64 tensors, which live inside only
  const run = (
    name: string,
    attributes: readonly Attribute[],
    ids: number[],
    count: number,
  ): TensorInfo[] => {
    const made = machine.execute(name, attributes, ids, count);
    passing.push(...made.filter(({ dtype }) => dtype === DataType.int64).map(({ id }) => id));
    return made;
  };
  const cast = (id: number, from: number, to: number): TensorInfo =>
    run("Cast", [typeAttribute("SrcT", from), typeAttribute("DstT", to)], [id], 1)[0]!;
  try {
    const ids = backend.getInputTensorIds(inputs).map((id, position) =>
      wide.includes(position) ? cast(id, DataType.int32, DataType.int64).id : id
    );
    const made = run(op, attributes, ids, outputs).map((info) =>
      info.dtype === DataType.int64 ? cast(info.id, DataType.int64, DataType.int32) : info
    );
    return made.map((info) => backend.createOutputTensor(info));
  } finally {
    passing.forEach((id) => machine.tensors.remove(id));
  }
}
