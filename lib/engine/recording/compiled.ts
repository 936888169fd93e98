import { tf } from "../_tf.ts";
import { createProgram, type Program } from "./program.ts";
import { discard, record } from "./record.ts";
import { type Tape, tapeLines } from "./tape.ts";
import { type TensorFlow, tensorflow } from "../tensorflow/backend.ts";

/** A step that runs as native functions where it can. */
export interface Compiled {
  /** Runs the step; the caller disposes the results. */
  (...inputs: tf.Tensor[]): tf.Tensor[];
  /** What became of the step for its latest inputs: still watched, replayed, or why it isn't. */
  readonly state: string;
  /** Frees what was recorded. */
  dispose(): void;
}

/** A step that does something else each time is watched this often before it is left alone. */
const patience = 4;

/** What is known of a step for one set of input shapes. */
interface Known {
  runs: number;
  lines?: string[];
  program?: Program;
  obstacle?: string;
}

/**
 * Makes a step of tensor operations one that is recorded and replayed as native functions, like Keras's train function.
 * The first runs for each set of input shapes are ordinary ones and are watched; once two of them did the same, that is
 * replayed. A step that does something else each time (random numbers drawn in JavaScript, a learning rate that is a number) or
 * that reads values back keeps running operation by operation. So what changes from step to step has to be a tensor: an input, a
 * variable, or one that a native random operation makes.
 *
 * @param step reads its inputs and variables, may assign variables, returns new tensors
 * @returns the step; on other backends than TensorFlow it is the step itself in a `tidy`
 * @example
 * ```ts
 * import { compiled, tf, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * const square = compiled((x) => [tf.square(x)]);
 * for (let i = 0; i < 3; i++) square(tf.scalar(i))[0]!.print();
 * ```
 */
export function compiled(step: (...inputs: tf.Tensor[]) => tf.Tensor[]): Compiled {
  const known = new Map<string, Known>();
  let latest: Known | undefined;
  const call = (...inputs: tf.Tensor[]): tf.Tensor[] => {
    const engine = tensorflow();
    if (!engine) return tf.tidy(() => step(...inputs));
    const key = inputs.map((input) => `${input.dtype} ${input.shape}`).join("|");
    let entry = known.get(key);
    if (!entry) known.set(key, entry = { runs: 0 });
    latest = entry;
    if (entry.program) return entry.program.run(inputs);
    if (entry.obstacle) return tf.tidy(() => step(...inputs));
    return watch(engine, entry, step, inputs);
  };
  const dispose = (): void => {
    for (const entry of known.values()) entry.program?.dispose();
    known.clear();
  };
  Object.defineProperty(call, "state", { get: () => describe(latest) });
  return Object.assign(call, { dispose }) as Compiled;
}

/** An ordinary run; when it did the same as the one before it, there is a program from now on. */
function watch(
  engine: TensorFlow,
  entry: Known,
  step: (...inputs: tf.Tensor[]) => tf.Tensor[],
  inputs: tf.Tensor[],
): tf.Tensor[] {
  const { results, tape } = record(engine, step, inputs);
  const lines = tapeLines(tape, (id) => valueOf(engine, id));
  const difference = entry.lines && firstDifference(entry.lines, lines);
  entry.runs++;
  entry.lines = lines;
  if (tape.obstacle) entry.obstacle = tape.obstacle;
  else if (difference === "") entry.program = build(engine, entry, tape);
  else if (entry.runs >= patience) entry.obstacle = `it does something else each time: ${difference}`;
  if (!entry.program) discard(engine, tape);
  return results;
}

function build(engine: TensorFlow, entry: Known, tape: Tape): Program | undefined {
  try {
    return createProgram(engine, tape);
  } catch (error) {
    entry.obstacle = (error as Error).message;
    return undefined;
  }
}

function firstDifference(before: string[], now: string[]): string {
  const index = now.findIndex((line, index) => line !== before[index]);
  if (index >= 0) return now[index]!.slice(0, 200);
  return before.length === now.length ? "" : `${before.length} operations, then ${now.length}`;
}

function describe(entry: Known | undefined): string {
  if (entry?.program) return `replayed as ${entry.program.parts} native parts`;
  if (entry?.obstacle) return `run operation by operation, because ${entry.obstacle}`;
  return "watched";
}

/** A constant's type, shape and values; a long one's values as a hash. */
function valueOf({ machine }: TensorFlow, id: number): string {
  const { shape, dtype } = machine.tensors.describe(id), values = machine.tensors.read(id);
  if (Array.isArray(values)) return `${dtype} [${shape}] ${values.map((bytes) => [...bytes]).join(";")}`;
  if (values.length <= 16) return `${dtype} [${shape}] ${values.join()}`;
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return `${dtype} [${shape}] #${hash}`;
}
