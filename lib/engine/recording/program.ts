import { sizeOf } from "../../core/mod.ts";
import type { tf } from "../_tf.ts";
import { hold, updateVariables } from "../in_place.ts";
import { runNative } from "../native_call.ts";
import type { TensorFlow } from "../tensorflow/backend.ts";
import { type GraphFunction, graphFunction, removeFunction } from "./graph_function.ts";
import { discard } from "./record.ts";
import type { NativeNode, OpNode, Tape, TapeNode, UpdateNode } from "./tape.ts";

/** Constants up to this many elements are written into the function; bigger ones are passed to it. */
const constantSize = 4096;

type Part = { kind: "function"; function: GraphFunction } | NativeNode | UpdateNode;

/** A recorded step, ready to be run. */
export interface Program {
  /** How many native functions and calls it has. */
  readonly parts: number;
  /** Runs it on new arguments; the caller owns the results. */
  run(inputs: tf.Tensor[]): tf.Tensor[];
  dispose(): void;
}

/**
 * Makes a program of a tape: operations that follow each other become one native function, native calls and updates stay
 * themselves.
 *
 * @param engine the TensorFlow backend
 * @param tape a run of the step; the program owns its constants from now on
 * @returns the program
 */
export function createProgram(engine: TensorFlow, tape: Tape): Program {
  const parts = partition(tape).map((part) => "kind" in part ? part : build(engine, tape, part));
  const dead = deaths(tape, parts);
  return {
    parts: parts.length,
    run: (inputs) => replay(engine, tape, parts, dead, inputs),
    dispose() {
      for (const part of parts) if (part.kind === "function") removeFunction(engine.machine, part.function);
      discard(engine, tape);
    },
  };
}

/** A stretch of operations before it becomes a function. */
interface Stretch {
  readonly nodes: OpNode[];
  readonly neededAfter: Set<number>;
}

/**
 * Cuts a tape at its native calls and updates. An operation goes into the first stretch where its inputs are there, so
 * that stretches are few and long; native calls and updates keep their order.
 */
function partition(tape: Tape): (Stretch | NativeNode | UpdateNode)[] {
  const parts: (Stretch | NativeNode | UpdateNode)[] = [], madeIn = new Map<number, number>();
  for (const node of tape.nodes) {
    const place = node.kind === "op" ? stretchAfter(parts, node, madeIn) : parts.push(node) - 1;
    for (const id of node.outputs) madeIn.set(id, place);
  }
  const needed = new Set([...tape.results, ...tape.assigned.values()]);
  for (const part of parts.toReversed()) {
    if (!("kind" in part)) { for (const id of needed) part.neededAfter.add(id); }
    const nodes: readonly TapeNode[] = "kind" in part ? [part] : part.nodes;
    for (const node of nodes) for (const id of node.inputs) needed.add(id);
  }
  return parts;
}

/** Puts an operation into the first stretch that has its inputs, or into a new one. */
function stretchAfter(
  parts: (Stretch | NativeNode | UpdateNode)[],
  node: OpNode,
  madeIn: ReadonlyMap<number, number>,
): number {
  const latest = Math.max(0, ...node.inputs.map((id) => madeIn.get(id) ?? 0));
  for (let place = latest; place < parts.length; place++) {
    const part = parts[place]!;
    if ("kind" in part) continue;
    part.nodes.push(node);
    return place;
  }
  return parts.push({ nodes: [node], neededAfter: new Set() }) - 1;
}

function build(engine: TensorFlow, tape: Tape, { nodes, neededAfter }: Stretch): Part {
  const own = new Set(nodes.flatMap((node) => node.outputs));
  const inputs = new Set<number>(), constants = new Map<number, number>();
  for (const id of nodes.flatMap((node) => node.inputs)) {
    if (own.has(id)) continue;
    const kept = tape.constants.get(id);
    if (kept !== undefined && sizeOf(tape.infos.get(id)!.shape) <= constantSize) constants.set(id, kept);
    else inputs.add(id);
  }
  const ends = { inputs: [...inputs], constants, outputs: [...own].filter((id) => neededAfter.has(id)) };
  return { kind: "function", function: graphFunction(engine.machine, tape, nodes, ends) };
}

/** For each part, the tensors that nothing needs after it. */
function deaths(tape: Tape, parts: readonly Part[]): number[][] {
  const needed = new Set([...tape.results, ...tape.assigned.values()]);
  const dead: number[][] = parts.map(() => []);
  for (let index = parts.length - 1; index >= 0; index--) {
    const { inputs, outputs } = ends(parts[index]!);
    for (const id of [...inputs, ...outputs]) {
      if (!needed.has(id)) dead[index]!.push(id);
      needed.add(id);
    }
  }
  return dead;
}

function ends(part: Part): { inputs: readonly number[]; outputs: readonly number[] } {
  return part.kind === "function" ? part.function : part;
}

/** The tensors of one run: numbers on the tape -> live numbers, and which of them the run owns. */
class Run {
  readonly live = new Map<number, number>();
  readonly #owned = new Set<number>();
  readonly #engine: TensorFlow;

  constructor(engine: TensorFlow) {
    this.#engine = engine;
  }

  get(id: number): number {
    return this.live.get(id)!;
  }

  own(id: number, made: number): void {
    this.live.set(id, made);
    this.#owned.add(id);
  }

  drop(id: number): void {
    if (this.#owned.delete(id)) this.#engine.machine.tensors.remove(this.get(id));
  }

  dropAll(): void {
    for (const id of this.#owned) this.drop(id);
  }

  /** A number that its new owner keeps. */
  take(id: number): number {
    return this.#owned.delete(id) ? this.get(id) : this.share(id);
  }

  /** Another number for the same memory. */
  share(id: number): number {
    return this.#engine.machine.tensors.share(this.get(id));
  }
}

function replay(
  engine: TensorFlow,
  tape: Tape,
  parts: readonly Part[],
  dead: readonly number[][],
  inputs: tf.Tensor[],
): tf.Tensor[] {
  const run = new Run(engine), { backend } = engine;
  backend.getInputTensorIds(inputs).forEach((id, index) => run.live.set(tape.inputs[index]!, id));
  for (const [id, variable] of tape.variables) {
    if (tape.infos.has(id) && !run.live.has(id)) run.live.set(id, backend.getInputTensorIds([variable])[0]!);
  }
  for (const [id, kept] of [...tape.constants, ...tape.outside]) run.live.set(id, kept);
  try {
    parts.forEach((part, index) => {
      runPart(engine, run, part, dead[index]!);
      for (const id of dead[index]!) run.drop(id);
    });
  } catch (error) {
    run.dropAll();
    throw error;
  }
  const results = tape.results.map((id) => ({ ...tape.infos.get(id)!, id: run.take(id) }));
  const assigned = [...tape.assigned].map(([variable, id]) => [variable, run.take(id)] as const);
  for (const [variable, id] of assigned) hold(engine, variable, id);
  return results.map((info) => backend.createOutputTensor(info));
}

function runPart(engine: TensorFlow, run: Run, part: Part, dead: readonly number[]): void {
  const { machine } = engine;
  if (part.kind === "update") runUpdate(engine, run, part, dead);
  else if (part.kind === "native") {
    const made = runNative(machine, part.inputs.map((id) => run.get(id)), part.shapes, part.run);
    part.outputs.forEach((id, index) => run.own(id, made[index]!));
  } else {
    const { name, inputs, outputs } = part.function, results = new BigUint64Array(outputs.length);
    machine.executeHandles(name, [], inputs.map((id) => machine.tensors.handle(run.get(id))), results);
    outputs.forEach((id, index) =>
      run.own(id, machine.tensors.adopt(Deno.UnsafePointer.create(results[index]!)))
    );
  }
}

function runUpdate(engine: TensorFlow, run: Run, part: UpdateNode, dead: readonly number[]): void {
  const { backend } = engine, given = part.inputs.length - part.variables.length;
  part.variables.forEach((variable, index) => {
    const before = part.inputs[given + index]!, [current] = backend.getInputTensorIds([variable]);
    if (run.get(before) === current) return;
    hold(engine, variable, dead.includes(before) ? run.take(before) : run.share(before)); // the step assigned it
  });
  const inputs = part.inputs.slice(0, given).map((id) => run.get(id));
  updateVariables(engine, part.op, part.variables, inputs, part.attributes);
  const now = backend.getInputTensorIds(part.variables);
  part.outputs.forEach((id, index) => run.live.set(id, now[index]!));
}
