import { sizeOf } from "../../core/mod.ts";
import type { tf } from "../_tf.ts";
import type { TensorFlow } from "../tensorflow/backend.ts";
import { graphFunction, removeFunction } from "./graph_function.ts";
import { partition, type Stretch } from "./partition.ts";
import { discard } from "./record.ts";
import { endsOf, type Part, type Plan, replay } from "./replay.ts";
import type { Tape } from "./tape.ts";

/** Constants up to this many elements are written into the function; bigger ones are passed to it. */
const constantSize = 4096;

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
  const plan = { tape, parts, dead: deaths(tape, parts), ...before(tape, parts) };
  return {
    parts: parts.length,
    run: (inputs) => replay(engine, plan, inputs),
    dispose() {
      for (const part of parts) if (part.kind === "function") removeFunction(engine.machine, part.function);
      discard(engine, tape);
    },
  };
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
    const { inputs, outputs } = endsOf(parts[index]!);
    for (const id of [...inputs, ...outputs]) {
      if (!needed.has(id)) dead[index]!.push(id);
      needed.add(id);
    }
  }
  return dead;
}

/** The variables that the parts or the results take, and the tensors that the tape keeps for them. */
function before(tape: Tape, parts: readonly Part[]): Pick<Plan, "variables" | "kept"> {
  const taken = new Set([
    ...parts.flatMap((part) => endsOf(part).inputs),
    ...tape.results,
    ...tape.assigned.values(),
  ]);
  return {
    variables: [...tape.variables].filter(([id]) => taken.has(id)),
    kept: [...tape.constants, ...tape.outside].filter(([id]) => taken.has(id)),
  };
}
