import { type AttributeWriter, dimensions, writeAttribute } from "../tensorflow/attributes.ts";
import { check, cString, type Native } from "../tensorflow/native.ts";
import type { Machine } from "../tensorflow/binding.ts";
import type { TensorInfo } from "../tensorflow/tensors.ts";
import { groupInputs } from "./list_inputs.ts";
import type { OpNode, Tape } from "./tape.ts";

/** An output of an operation in a graph. */
interface Place {
  readonly operation: Deno.PointerObject;
  readonly index: number;
}

/** A stretch of a tape as one native function: tensors in, tensors out, by their numbers on the tape. */
export interface GraphFunction {
  readonly name: string;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

let serial = 0;

/**
 * Makes one native function of operations that follow each other on a tape.
 *
 * @param machine the engine
 * @param tape the tape that knows their tensors' shapes
 * @param nodes the operations
 * @param ends tensors that come from outside, small ones of them that never change, by the number that keeps them
 * alive, and tensors that are needed afterwards
 * @throws {EngineError} when TensorFlow refuses one of them
 */
export function graphFunction(
  machine: Machine,
  tape: Tape,
  nodes: readonly OpNode[],
  ends: { inputs: readonly number[]; constants: ReadonlyMap<number, number>; outputs: readonly number[] },
): GraphFunction {
  const { inputs, constants, outputs } = ends;
  const { native } = machine, { functions: tf, status } = native;
  const graph = tf.TF_NewGraph()!, name = `unroll_step_${serial++}`;
  try {
    const places = new Map<number, Place>();
    for (const id of inputs) places.set(id, placeholder(native, graph, tape.infos.get(id)!));
    for (const [id, kept] of constants) places.set(id, constant(machine, graph, kept));
    nodes.forEach((node, index) => addOperation(native, graph, node, `op${index}`, places));
    const listed = (ids: readonly number[]): Uint8Array<ArrayBuffer> =>
      placesOf(ids.map((id) => places.get(id)!));
    const made = tf.TF_GraphToFunction(
      graph,
      cString(name),
      0,
      -1,
      null,
      inputs.length,
      listed(inputs),
      outputs.length,
      listed(outputs),
      null,
      null,
      null,
      status,
    );
    check(native, name);
    tf.TFE_ContextAddFunction(native.context, made, status);
    tf.TF_DeleteFunction(made);
    check(native, name);
    return { name, inputs, outputs };
  } finally {
    tf.TF_DeleteGraph(graph);
  }
}

/** Forgets a function. */
export function removeFunction({ native }: Machine, { name }: GraphFunction): void {
  native.functions.TFE_ContextRemoveFunction(native.context, cString(name), native.status);
  check(native, "TFE_ContextRemoveFunction");
}

/** An argument of the function, with its shape, so that shapes are known throughout. */
function placeholder(native: Native, graph: Deno.PointerObject, { id, shape, dtype }: TensorInfo): Place {
  const { functions: tf } = native;
  const operation = tf.TF_NewOperation(graph, cString("Placeholder"), cString(`input${id}`));
  tf.TF_SetAttrType(operation, cString("dtype"), dtype);
  tf.TF_SetAttrShape(operation, cString("shape"), dimensions(shape), shape.length);
  return finish(native, operation, "Placeholder");
}

function constant({ native, tensors }: Machine, graph: Deno.PointerObject, id: number): Place {
  const { functions: tf, status } = native;
  const operation = tf.TF_NewOperation(graph, cString("Const"), cString(`constant${id}`));
  const tensor = tf.TFE_TensorHandleResolve(tensors.handle(id), status);
  check(native, "TFE_TensorHandleResolve");
  tf.TF_SetAttrType(operation, cString("dtype"), tensors.describe(id).dtype);
  tf.TF_SetAttrTensor(operation, cString("value"), tensor, status);
  tf.TF_DeleteTensor(tensor);
  check(native, "TF_SetAttrTensor");
  return finish(native, operation, "Const");
}

function addOperation(
  native: Native,
  graph: Deno.PointerObject,
  node: OpNode,
  name: string,
  places: Map<number, Place>,
): void {
  const { functions: tf } = native;
  const operation = tf.TF_NewOperation(graph, cString(node.op), cString(name));
  for (const input of groupInputs(native, graph, node.op, node.attributes, node.inputs)) {
    if (Array.isArray(input)) {
      tf.TF_AddInputList(operation, placesOf(input.map((id) => places.get(id)!)), input.length);
    } else tf.TF_AddInput(operation, placesOf([places.get(input)!]));
  }
  const write = graphWriter(native, operation);
  for (const attribute of node.attributes) writeAttribute(write, attribute);
  const { operation: made } = finish(native, operation, node.op);
  node.outputs.forEach((id, index) => places.set(id, { operation: made, index }));
}

function finish(native: Native, operation: Deno.PointerValue, op: string): Place {
  const made = native.functions.TF_FinishOperation(operation, native.status);
  check(native, op);
  return { operation: made!, index: 0 };
}

/** TF_Output, one or an array: 16 bytes each. */
function placesOf(places: readonly Place[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(16 * Math.max(places.length, 1)), view = new DataView(bytes.buffer);
  places.forEach(({ operation, index }, at) => {
    view.setBigUint64(16 * at, Deno.UnsafePointer.value(operation), true);
    view.setInt32(16 * at + 8, index, true);
  });
  return bytes;
}

function graphWriter({ functions: tf }: Native, operation: Deno.PointerValue): AttributeWriter {
  return {
    string: (name, bytes) => tf.TF_SetAttrString(operation, name, bytes, BigInt(bytes.length)),
    strings: (name, pointers, lengths) =>
      tf.TF_SetAttrStringList(operation, name, pointers, lengths, pointers.length),
    int: (name, value) => tf.TF_SetAttrInt(operation, name, value),
    ints: (name, values) => tf.TF_SetAttrIntList(operation, name, values, values.length),
    float: (name, value) => tf.TF_SetAttrFloat(operation, name, value),
    floats: (name, values) => tf.TF_SetAttrFloatList(operation, name, values, values.length),
    bool: (name, value) => tf.TF_SetAttrBool(operation, name, value),
    bools: (name, values) => tf.TF_SetAttrBoolList(operation, name, values, values.length),
    type: (name, value) => tf.TF_SetAttrType(operation, name, value),
    types: (name, values) => tf.TF_SetAttrTypeList(operation, name, values, values.length),
    shape: (name, sizes, rank) => tf.TF_SetAttrShape(operation, name, sizes, rank),
    shapes: (name, pointers, ranks) => tf.TF_SetAttrShapeList(operation, name, pointers, ranks, ranks.length),
  };
}
