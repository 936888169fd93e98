import { tf } from "./_tf.ts";
import type { Attribute } from "./tensorflow/attributes.ts";
import { tensorflow } from "./tensorflow/backend.ts";
import { AttributeType, DataType } from "./tensorflow/types.ts";

/** An attribute with an element type. */
export const typeAttribute = (name: string, type: number): Attribute => ({
  name,
  type: AttributeType.type,
  value: type,
});

/** `T` is float32: what most operations ask for. */
export const floatType: Attribute = typeAttribute("T", DataType.float32);

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
