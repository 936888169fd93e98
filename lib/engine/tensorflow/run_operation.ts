import { tf } from "../_tf.ts";
import type { Attribute } from "./attributes.ts";
import { tensorflow } from "./backend.ts";

/** Runs an operation by its TensorFlow name on the TensorFlow backend. */
export function runOperation(
  op: string,
  attributes: readonly Attribute[],
  inputs: readonly tf.TensorInfo[],
  outputs = 1,
): tf.Tensor[] {
  const { machine, backend } = tensorflow()!;
  const made = machine.execute(op, attributes, backend.getInputTensorIds(inputs), outputs);
  return made.map((info) => backend.createOutputTensor(info));
}
