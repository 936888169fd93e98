import { groupInputs } from "../../lib/engine/recording/list_inputs.ts";
import { tensorflow } from "../../lib/engine/tensorflow/backend.ts";
import { dimensions } from "../../lib/engine/tensorflow/attributes.ts";
import { candidates } from "../../lib/engine/tensorflow/find_library.ts";
import { check, cString } from "../../lib/engine/tensorflow/native.ts";
import type { TensorInfo } from "../../lib/engine/tensorflow/tensors.ts";
import { AttributeType } from "../../lib/engine/tensorflow/types.ts";
import type { Call } from "./_simulated_gpu.ts";

const output = { struct: ["pointer", "i32"] } as const;
const symbols = {
  TF_GraphGetTensorNumDims: { parameters: ["pointer", output, "pointer"], result: "i32" },
  TF_GraphGetTensorShape: { parameters: ["pointer", output, "buffer", "i32", "pointer"], result: "void" },
} as const;

/** TF_Output */
function place(operation: Deno.PointerObject, index: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(16), view = new DataView(bytes.buffer);
  view.setBigUint64(0, Deno.UnsafePointer.value(operation), true);
  view.setInt32(8, index, true);
  return bytes;
}

/**
 * Puts an operation into a graph of TensorFlow's, which checks its inputs and attributes against its definition and infers the
 * shapes of its outputs, whatever devices there are.
 *
 * @returns the outputs' shapes; null where only the run tells
 */
export function inferredShapes({ op, attributes, inputs, outputs }: Call): (number[] | null)[] {
  const { native } = tensorflow()!.machine, { functions: tf, status } = native;
  const library = Deno.dlopen(candidates()[0]!.path, symbols);
  const graph = tf.TF_NewGraph()!;
  try {
    const places = inputs.map((info, index) => placeholder(graph, info, index));
    const node = tf.TF_NewOperation(graph, cString(op), cString("node"))!;
    for (const input of groupInputs(native, graph, op, attributes, places)) {
      tf.TF_AddInput(node, input as Uint8Array<ArrayBuffer>);
    }
    for (const { name, type, value } of attributes) {
      if (type === AttributeType.type) tf.TF_SetAttrType(node, cString(name), value);
      else if (type === AttributeType.bool) tf.TF_SetAttrBool(node, cString(name), value ? 1 : 0);
      else {
        const text = new TextEncoder().encode(value);
        tf.TF_SetAttrString(node, cString(name), text, BigInt(text.length));
      }
    }
    const made = tf.TF_FinishOperation(node, status)!;
    check(native, op);
    return outputs.map((_, index) => shapeOf(library.symbols, graph, place(made, index)));
  } finally {
    tf.TF_DeleteGraph(graph);
    library.close();
  }
}

function placeholder(
  graph: Deno.PointerObject,
  { shape, dtype }: TensorInfo,
  index: number,
): Uint8Array<ArrayBuffer> {
  const { native } = tensorflow()!.machine, { functions: tf, status } = native;
  const node = tf.TF_NewOperation(graph, cString("Placeholder"), cString(`input${index}`))!;
  tf.TF_SetAttrType(node, cString("dtype"), dtype);
  tf.TF_SetAttrShape(node, cString("shape"), dimensions(shape), shape.length);
  const made = tf.TF_FinishOperation(node, status)!;
  check(native, "Placeholder");
  return place(made, 0);
}

function shapeOf(
  functions: Deno.DynamicLibrary<typeof symbols>["symbols"],
  graph: Deno.PointerObject,
  output: Uint8Array<ArrayBuffer>,
): number[] | null {
  const { native } = tensorflow()!.machine, { status } = native;
  const rank = functions.TF_GraphGetTensorNumDims(graph, output, status);
  check(native, "TF_GraphGetTensorNumDims");
  if (rank < 0) return null;
  const sizes = new BigInt64Array(Math.max(rank, 1));
  functions.TF_GraphGetTensorShape(graph, output, sizes, rank, status);
  check(native, "TF_GraphGetTensorShape");
  return [...sizes.subarray(0, rank)].map(Number);
}
