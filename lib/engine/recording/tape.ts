import type { tf } from "../_tf.ts";
import type { Attribute } from "../tensorflow/attributes.ts";
import type { TensorInfo } from "../tensorflow/tensors.ts";

/** A TensorFlow operation that ran. */
export interface OpNode {
  readonly kind: "op";
  readonly op: string;
  readonly attributes: readonly Attribute[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/** A call of native code outside TensorFlow, from memory to memory. */
export interface NativeNode {
  readonly kind: "native";
  /** Names what `run` does: two calls of one name and the same shapes do the same. */
  readonly name: string;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly shapes: readonly (readonly number[])[];
  readonly run: NativeRun;
}

/** An operation that changed variables in place. */
export interface UpdateNode {
  readonly kind: "update";
  readonly op: string;
  readonly attributes: readonly Attribute[];
  readonly variables: readonly tf.Variable[];
  /** The operation's further inputs, then the variables' tensors before the update. */
  readonly inputs: readonly number[];
  /** The variables' tensors after the update. */
  readonly outputs: readonly number[];
}

/**
 * Native code: reads memory at the first pointers, writes memory at the second. The numbers of the tensors that are read
 * tell whether one is the same as before: another tensor, or another value of a variable, has another number.
 */
export type NativeRun = (
  inputs: Deno.PointerObject[],
  outputs: Deno.PointerObject[],
  numbers: readonly number[],
) => void;

/** One thing that a step did. */
export type TapeNode = OpNode | NativeNode | UpdateNode;

/** All that one run of a step did, by the numbers of its tensors. */
export interface Tape {
  readonly nodes: readonly TapeNode[];
  /** Tensors of the step's arguments, in order. */
  readonly inputs: readonly number[];
  /** Variables that were read, by the number of the tensor that they held before the step. */
  readonly variables: ReadonlyMap<number, tf.Variable>;
  /** Variables that were assigned, with the number of the tensor that they hold after it. */
  readonly assigned: ReadonlyMap<tf.Variable, number>;
  /** Tensors made from JavaScript values meanwhile: their number -> a number of our own that keeps them alive. */
  readonly constants: ReadonlyMap<number, number>;
  /** Tensors that were there before and are neither arguments nor variables, likewise. */
  readonly outside: ReadonlyMap<number, number>;
  /** Shape and type of every tensor on the tape. */
  readonly infos: ReadonlyMap<number, TensorInfo>;
  /** Tensors of the step's results. */
  readonly results: readonly number[];
  /** Why the step can't be replayed, if it can't: it read a value back. */
  readonly obstacle?: string;
}

/**
 * What a tape did, with its tensors renamed in order of appearance: two runs of a step that does the same thing have the
 * same lines. Constants count by their values, other outside tensors by their number.
 *
 * @param tape the run
 * @param valueOf a constant's type, shape and values as a string
 * @returns one line a node, then one for the results
 */
export function tapeLines(tape: Tape, valueOf: (id: number) => string): string[] {
  const names = new Map<number, string>();
  tape.inputs.forEach((id, index) => names.set(id, `input${index}`));
  for (const [id, variable] of tape.variables) if (!names.has(id)) names.set(id, `variable ${variable.id}`);
  const name = (id: number): string => {
    let known = names.get(id);
    if (known === undefined) {
      const constant = tape.constants.get(id);
      names.set(id, known = constant === undefined ? `outside ${id}` : valueOf(constant));
    }
    return known;
  };
  const lines = tape.nodes.map((node, line) => {
    const inputs = node.inputs.map(name).join(" ");
    node.outputs.forEach((id, index) => names.set(id, `${line}:${index}`));
    return `${what(node)} ${inputs}`;
  });
  const assigned = [...tape.assigned].map(([variable, id]) => `${variable.id}=${name(id)}`);
  return [...lines, `${tape.results.map(name).join(" ")} | ${assigned.join(" ")}`];
}

function what(node: TapeNode): string {
  if (node.kind === "native") return `${node.name} ${JSON.stringify(node.shapes)}`;
  const attributes = JSON.stringify(
    node.attributes,
    (_, value) => typeof value === "bigint" ? `${value}n` : value,
  );
  return node.kind === "op"
    ? `${node.op} ${attributes}`
    : `${node.op} ${attributes} ${node.variables.map((v) => v.id)}`;
}
