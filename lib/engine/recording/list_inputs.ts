import { check, cString, type Native } from "../tensorflow/native.ts";
import type { Attribute } from "../tensorflow/attributes.ts";

/** An operation's input as its definition has it: one tensor, or a list as long as an attribute says. */
type Input = { list: false } | { list: true; attribute: string };

const known = new Map<string, readonly Input[]>();

/**
 * Groups an operation's inputs as its definition does: a graph wants to know which of them are one list.
 *
 * @param inputs the inputs, flat
 * @returns one entry an input of the definition: a tensor, or the list of them
 */
export function groupInputs<T>(
  native: Native,
  graph: Deno.PointerValue,
  op: string,
  attributes: readonly Attribute[],
  inputs: readonly T[],
): (T | T[])[] {
  let definition = known.get(op);
  if (!definition) known.set(op, definition = readDefinition(native, graph, op));
  const lists = definition.filter((input) => input.list).length;
  let next = 0;
  return definition.map((input) => {
    if (!input.list) return inputs[next++]!;
    const length = lists === 1
      ? inputs.length - (definition.length - 1)
      : listLength(attributes, input.attribute);
    return inputs.slice(next, next += length);
  });
}

function listLength(attributes: readonly Attribute[], name: string): number {
  const value = attributes.find((attribute) => attribute.name === name)?.value;
  return Array.isArray(value) ? value.length : Number(value);
}

/** Reads the inputs of an OpDef (tensorflow/core/framework/op_def.proto): field 2 of it is an input's ArgDef. */
function readDefinition(native: Native, graph: Deno.PointerValue, op: string): Input[] {
  const { functions: tf, status } = native;
  const buffer = tf.TF_NewBuffer()!;
  tf.TF_GraphGetOpDef(graph, cString(op), buffer, status);
  check(native, op);
  const view = new Deno.UnsafePointerView(buffer);
  const data = Deno.UnsafePointer.create(view.getBigUint64(0))!, length = Number(view.getBigUint64(8));
  const bytes = new Uint8Array(Deno.UnsafePointerView.getArrayBuffer(data, length).slice(0));
  tf.TF_DeleteBuffer(buffer);
  return [...fields(bytes)].filter(({ field }) => field === 2).map(({ content }) => readInput(content));
}

/** An ArgDef: field 5 names the attribute with a list's length, field 6 the one with its types. */
function readInput(bytes: Uint8Array): Input {
  for (const { field, content } of fields(bytes)) {
    if (field === 5 || field === 6) return { list: true, attribute: new TextDecoder().decode(content) };
  }
  return { list: false };
}

/** The length-delimited fields of a protobuf message; numbers are passed over. */
function* fields(bytes: Uint8Array): Generator<{ field: number; content: Uint8Array }> {
  let at = 0;
  const varint = (): number => {
    let value = 0, shift = 0, byte: number;
    do {
      byte = bytes[at++]!;
      value |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    return value;
  };
  while (at < bytes.length) {
    const tag = varint();
    if ((tag & 7) === 0) varint();
    else if ((tag & 7) === 2) {
      const length = varint();
      yield { field: tag >>> 3, content: bytes.subarray(at, at += length) };
    } else at += (tag & 7) === 1 ? 8 : 4;
  }
}
