import { createHash } from "node:crypto";
import { join } from "node:path";
import { CorruptError, MissingError, sizeOf } from "../../core/mod.ts";
import type { tf } from "../../engine/mod.ts";

/** What is saved of an optimizer: the training room's optimizers have it. */
export interface StatefulOptimizer {
  /** What it was made with, learning rate and slopes of the moments and so on, for Keras's files. */
  readonly settings?: object;
  /** Makes what it remembers of these variables. */
  build(variables: readonly tf.Variable[]): void;
  /** What it remembers. */
  state(): {
    name: string;
    learningRate: number;
    iterations: tf.Variable;
    slots: { name: string; variable: tf.Variable }[];
  };
  /** Puts it back, after `build`. */
  setState(state: SavedState): void;
}

interface SavedState {
  name: string;
  learningRate: number;
  iterations: number;
  slots: { name: string; shape: number[]; values: Float32Array }[];
}

/** An optimizer's state as model.json tells it; the numbers are in the file that it names. */
export interface OptimizerEntry extends Omit<SavedState, "slots"> {
  path: string;
  sha256: string;
  slots: { name: string; shape: number[] }[];
}

/** The state of an optimizer: what model.json says, and the bytes of the file that it names. */
export async function packOptimizer(
  optimizer: StatefulOptimizer,
): Promise<{ entry: OptimizerEntry; parts: Uint8Array[] }> {
  const { name, learningRate, iterations, slots } = optimizer.state();
  const values = await Promise.all(slots.map(({ variable }) => variable.data())) as Float32Array[];
  const parts = values.map(({ buffer, byteOffset, byteLength }) =>
    new Uint8Array(buffer, byteOffset, byteLength)
  );
  const sha256 = digest(parts), [steps] = await iterations.data();
  const entry = {
    name,
    learningRate,
    iterations: steps!,
    path: `optimizer.${sha256.slice(0, 16)}.bin`,
    sha256,
    slots: slots.map(({ name, variable }) => ({ name, shape: variable.shape })),
  };
  return { entry, parts };
}

/**
 * Puts a saved state into an optimizer of a loaded model.
 *
 * @throws {MissingError} when none was saved
 * @throws {CorruptError} naming the file, when it is gone, cut off or damaged
 * @throws {TypeError} when it is another optimizer's
 */
export async function unpackOptimizer(
  optimizer: StatefulOptimizer,
  model: tf.LayersModel,
  { folder, entry }: { folder: string; entry: OptimizerEntry | undefined },
): Promise<void> {
  if (!entry) {
    throw new MissingError(
      `Cannot load the optimizer's state as one in ${folder}: there is none. Save it with saveModel(model, folder, { optimizer })`,
    );
  }
  const { path, sha256, ...state } = entry, bytes = await readWhole(join(folder, path), sha256);
  let offset = 0;
  const slots = entry.slots.map(({ name, shape }) => {
    const from = offset;
    offset += 4 * sizeOf(shape);
    return { name, shape, values: new Float32Array(bytes.buffer, bytes.byteOffset + from, sizeOf(shape)) };
  });
  optimizer.build(model.trainableWeights.map((weight) => weight.read() as tf.Variable));
  optimizer.setState({ ...state, slots });
}

async function readWhole(path: string, sha256: string): Promise<Uint8Array> {
  const damage = (what: string) => new CorruptError(`Cannot read ${path} as an optimizer's state: ${what}`);
  try {
    const bytes = await Deno.readFile(path);
    if (digest([bytes]) === sha256) return bytes;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) throw damage("it is gone");
    throw error;
  }
  throw damage("it is cut off or damaged");
}

function digest(parts: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  parts.forEach((part) => hash.update(part));
  return hash.digest("hex");
}
