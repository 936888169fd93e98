import { tf } from "../_tf.ts";
import { floatType } from "../tensorflow/make_attributes.ts";
import { note, prepare } from "./record.ts";
import type { Attribute } from "../tensorflow/attributes.ts";
import { type TensorFlow, tensorflow } from "../tensorflow/backend.ts";
import { AttributeType, DataType } from "../tensorflow/types.ts";

/**
 * Runs one of TensorFlow's `ResourceApply…` operations: it changes variables in their own memory, in one pass.
 *
 * @param op the operation, whose first inputs are the variables
 * @param variables float32 variables that it changes
 * @param inputs its further inputs
 * @param attributes its attributes besides `T`
 * @throws {EngineError} when TensorFlow refuses the operation
 */
export function applyInPlace(
  op: string,
  variables: readonly tf.Variable[],
  inputs: readonly tf.Tensor[],
  attributes: readonly Attribute[],
): void {
  const engine = tensorflow()!, ids = engine.backend.getInputTensorIds(inputs);
  const before = engine.backend.getInputTensorIds(variables);
  prepare(before, ids);
  updateVariables(engine, op, variables, ids, attributes);
  const outputs = engine.backend.getInputTensorIds(variables);
  note({ kind: "update", op, attributes, variables, inputs: [...ids, ...before], outputs });
}

const handleAttributes: readonly Attribute[] = [
  { name: "dtype", type: AttributeType.type, value: DataType.float32 },
  { name: "shape", type: AttributeType.shape, value: null },
  // The name by which TensorFlow knows a resource that lives as long as its handle.
  { name: "shared_name", type: AttributeType.string, value: "cd2c89b7-88b7-44c8-ad83-06c2a9158347" },
];
const valueAttributes: readonly Attribute[] = handleAttributes.slice(0, 1);

const one = new BigUint64Array(1), none = new BigUint64Array(0);

/** The same on tensors by number, for a replay. A variable keeps its resource from one update to the next. */
export function updateVariables(
  engine: TensorFlow,
  op: string,
  variables: readonly tf.Variable[],
  inputs: readonly number[],
  attributes: readonly Attribute[],
): void {
  const { tensors, executeHandles: execute } = engine.machine;
  const resources = variables.map((variable) => resourceOf(engine, variable));
  const given = inputs.map((id) => tensors.handle(id));
  try {
    execute(op, [floatType, ...attributes], [...resources, ...given], none);
  } finally {
    variables.forEach((variable, index) => {
      execute("ReadVariableOp", valueAttributes, [resources[index]!], one);
      const id = tensors.adopt(Deno.UnsafePointer.create(one[0]!));
      tensors.resources.set(id, resources[index]!);
      hold(engine, variable, id);
    });
  }
}

/** The resource that holds a variable's memory; from here on it alone does. */
function resourceOf(engine: TensorFlow, variable: tf.Variable): Deno.PointerObject {
  const { tensors, executeHandles: execute } = engine.machine;
  const [id] = engine.backend.getInputTensorIds([variable]), kept = tensors.resources.get(id!);
  tensors.resources.delete(id!);
  if (!kept) execute("VarHandleOp", handleAttributes, [], one);
  const resource = kept ?? Deno.UnsafePointer.create(one[0]!)!;
  if (!kept) execute("AssignVariableOp", valueAttributes, [resource, tensors.handle(id!)], none);
  release(engine, variable);
  return resource;
}

/** Lets go of a variable's tensor, unless another tensor shares it. */
function release(engine: TensorFlow, variable: tf.Variable): void {
  const entry = engine.backend.tensorMap.get(variable.dataId)!;
  if (entry.refCount > 1) return;
  engine.machine.tensors.remove(entry.id);
  entry.id = -1;
}

/** Gives a variable a tensor by its number, as `assign` would, without a tensor object where it can. */
export function hold(engine: TensorFlow, variable: tf.Variable, id: number): void {
  const entry = engine.backend.tensorMap.get(variable.dataId)!;
  if (entry.refCount === 1) {
    if (entry.id >= 0) engine.machine.tensors.remove(entry.id);
    entry.id = id;
    entry.values = null;
    return;
  }
  const { shape, dtype } = engine.machine.tensors.describe(id);
  const tensor = engine.backend.createOutputTensor({ id, shape, dtype });
  variable.assign(tensor);
  tensor.dispose();
}
