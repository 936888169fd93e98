import type { tf } from "../_tf.ts";
import { hold, updateVariables } from "./in_place.ts";
import { runNative } from "./native_call.ts";
import type { TensorFlow } from "../tensorflow/backend.ts";
import type { GraphFunction } from "./graph_function.ts";
import type { NativeNode, Tape, UpdateNode } from "./tape.ts";

/** A part of a program: a native function, a native call, or an update in place. */
export type Part = { kind: "function"; function: GraphFunction } | NativeNode | UpdateNode;

/** What a part reads and makes, by numbers on the tape. */
export function endsOf(part: Part): { inputs: readonly number[]; outputs: readonly number[] } {
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

/** A program's parts, with what is known of them before any run. */
export interface Plan {
  readonly tape: Tape;
  readonly parts: readonly Part[];
  /** For each part, the tensors that nothing needs after it. */
  readonly dead: readonly number[][];
  /** Variables that are read, by the number of their tensor on the tape. */
  readonly variables: readonly (readonly [id: number, variable: tf.Variable])[];
  /** Constants and outside tensors that are read: number on the tape, number that keeps them. */
  readonly kept: readonly (readonly [id: number, kept: number])[];
}

/**
 * Runs a program's parts on new arguments, and assigns the variables that the step assigns.
 *
 * @returns the results; the caller owns them
 */
export function replay(engine: TensorFlow, plan: Plan, inputs: tf.Tensor[]): tf.Tensor[] {
  const run = new Run(engine), { backend } = engine, { tape, parts, dead } = plan;
  backend.getInputTensorIds(inputs).forEach((id, index) => run.live.set(tape.inputs[index]!, id));
  for (const [id, variable] of plan.variables) {
    if (!run.live.has(id)) run.live.set(id, backend.getInputTensorIds([variable])[0]!);
  }
  for (const [id, kept] of plan.kept) run.live.set(id, kept);
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
  const assigned = [...tape.assigned]
    .filter(([variable, id]) => backend.getInputTensorIds([variable])[0] !== run.get(id)) // an update has done it
    .map(([variable, id]) => [variable, run.take(id)] as const);
  for (const [variable, id] of assigned) hold(engine, variable, id);
  return results.map((info) => backend.createOutputTensor(info));
}

function runPart(engine: TensorFlow, run: Run, part: Part, dead: readonly number[]): void {
  const { machine } = engine;
  if (part.kind === "update") runUpdate(engine, run, part, dead);
  else if (part.kind === "native") {
    const made = runNative(machine, part.inputs.map((id) => run.get(id)), part);
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
