import { tf } from "../_tf.ts";
import type { Machine } from "../tensorflow/binding.ts";
import type { TensorFlow } from "../tensorflow/backend.ts";
import type { TensorInfo } from "../tensorflow/tensors.ts";
import type { NativeNode, Tape, TapeNode, UpdateNode } from "./tape.ts";

/** The recording that is under way. */
let underWay: Recording | undefined;

/** Writes a call that the binding doesn't see into the recording under way, if there is one. */
export function note(node: NativeNode | UpdateNode): void {
  underWay?.add(node);
}

/** Looks at tensors that a call is about to free. */
export function prepare(...lists: readonly number[][]): void {
  for (const id of lists.flat()) underWay?.see(id);
}

/** What is known so far of the tensors of a step that runs. */
class Recording {
  readonly nodes: TapeNode[] = [];
  readonly infos = new Map<number, TensorInfo>();
  readonly constants = new Map<number, number>();
  readonly outside = new Map<number, number>();
  obstacle: string | undefined;
  readonly #machine: Machine;
  readonly #given: ReadonlySet<number>;
  readonly #made = new Set<number>();

  constructor(machine: Machine, given: Iterable<number>) {
    this.#machine = machine;
    this.#given = new Set(given);
  }

  /** A tensor was made from JavaScript values. */
  create(id: number): void {
    this.constants.set(id, this.#machine.tensors.share(id));
    this.infos.set(id, this.#machine.tensors.describe(id));
  }

  /** Something ran that made tensors of tensors. */
  add(node: TapeNode): void {
    for (const id of node.inputs) this.see(id);
    for (const id of node.outputs) {
      this.#made.add(id);
      this.infos.set(id, this.#machine.tensors.describe(id));
    }
    this.nodes.push(node);
  }

  /** A tensor's values were read back. */
  read(id: number): void {
    if (this.#made.has(id) || this.#given.has(id)) this.obstacle ??= "it reads a tensor's values";
  }

  /** Keeps what the step will need when it runs again. */
  see(id: number): void {
    if (this.infos.has(id)) return;
    this.infos.set(id, this.#machine.tensors.describe(id));
    if (!this.#given.has(id)) this.outside.set(id, this.#machine.tensors.share(id));
  }
}

/**
 * Runs a step, operation by operation, and keeps what it did.
 *
 * @param engine the TensorFlow backend
 * @param step the step
 * @param inputs its arguments
 * @returns its results, and the tape of the run
 */
export function record(
  engine: TensorFlow,
  step: (...inputs: tf.Tensor[]) => tf.Tensor[],
  inputs: tf.Tensor[],
): { results: tf.Tensor[]; tape: Tape } {
  const { machine, backend } = engine;
  const ids = backend.getInputTensorIds(inputs), before = variableTensors(engine);
  const recording = new Recording(machine, [...ids, ...before.values()]);
  try {
    const results = watched(machine, recording, () => tf.tidy(() => step(...inputs)));
    const after = variableTensors(engine);
    const changed = [...after].filter(([variable, id]) =>
      before.has(variable) && before.get(variable) !== id
    );
    const { nodes, constants, outside, infos, obstacle } = recording;
    const variables = new Map([...before].map(([variable, id]) => [id, variable]));
    const ends = {
      inputs: ids,
      variables,
      assigned: new Map(changed),
      results: backend.getInputTensorIds(results),
    };
    return { results, tape: { nodes, constants, outside, infos, obstacle, ...ends } };
  } catch (error) {
    discard(engine, recording);
    throw error;
  }
}

/** Runs something while the recording sees every call through the binding. */
function watched<T>(machine: Machine, recording: Recording, run: () => T): T {
  const outer = [underWay, machine.observer] as const;
  underWay = recording;
  machine.observer = {
    created: (id) => recording.create(id),
    executed(op, attributes, inputs, made) {
      const outputs = made.map((output) => output.id);
      recording.add({ kind: "op", op, attributes, inputs: [...inputs], outputs });
    },
    read: (id) => recording.read(id),
  };
  try {
    return run();
  } finally {
    [underWay, machine.observer] = outer;
  }
}

/** Frees what a tape kept alive. */
export function discard({ machine }: TensorFlow, tape: Pick<Tape, "constants" | "outside">): void {
  for (const id of [...tape.constants.values(), ...tape.outside.values()]) machine.tensors.remove(id);
}

/** Every variable that lives, with the number of its tensor. */
function variableTensors({ backend }: TensorFlow): Map<tf.Variable, number> {
  const registered = Object.values(tf.engine().registeredVariables);
  const ids = backend.getInputTensorIds(registered);
  return new Map(registered.map((variable, index) => [variable, ids[index]!]));
}
