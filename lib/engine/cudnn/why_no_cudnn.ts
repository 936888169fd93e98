import { openedTensorFlow, type TensorFlow } from "../tensorflow/backend.ts";
import type { Machine } from "../tensorflow/binding.ts";
import { DataType } from "../tensorflow/types.ts";
import { cudnnKinds } from "./kinds.ts";
import { forwardAttributes } from "./operations.ts";

let tried: { engine: TensorFlow; reason: string | undefined } | undefined;

/**
 * Says why recurrent layers don't run on cuDNN. On a GPU a network of one unit is run once to see; it never throws.
 *
 * @returns the reason in a line; undefined where cuDNN runs
 * @throws nothing
 * @example
 * ```ts
 * import { whyNoCudnn } from "unroll/engine/mod.ts";
 * const notice = whyNoCudnn() ?? "cuDNN is there";
 * ```
 */
export function whyNoCudnn(): string | undefined {
  const engine = openedTensorFlow();
  if (!engine?.machine.native.isGpu) return "TensorFlow has no GPU";
  if (tried?.engine !== engine) tried = { engine, reason: unseen(engine.machine, attempt) };
  return tried.reason;
}

/** Forgets what was tried. */
export function tryCudnnAgain(): void {
  tried = undefined;
}

/** Runs something that no recording under way sees. */
function unseen<T>(machine: Machine, run: (machine: Machine) => T): T {
  const { observer } = machine;
  machine.observer = null;
  try {
    return run(machine);
  } finally {
    machine.observer = observer;
  }
}

/** y = tanh(0.5 x) for x = 1. */
function attempt({ tensors, execute }: Machine): string | undefined {
  const one = (value: number): number => tensors.create([1, 1, 1], DataType.float32, [value]);
  const ids = [one(1), one(0), one(0), tensors.create([4], DataType.float32, [0.5, 0, 0, 0])];
  ids.push(tensors.create([1], DataType.int32, [1]));
  try {
    const attributes = forwardAttributes({ kind: cudnnKinds.tanhRNN!, bidirectional: false }, false);
    const made = execute("CudnnRNNV3", attributes, ids, 5).map(({ id }) => id);
    ids.push(...made);
    const [y] = tensors.read(made[0]!) as Float32Array;
    return Math.abs(y! - Math.tanh(0.5)) < 1e-2 ? undefined : `cuDNN makes ${y} of tanh(0.5)`;
  } catch (error) {
    return `${(error as Error).message.split("\n")[0]}. Run: deno task setup --gpu`;
  } finally {
    for (const id of ids) tensors.remove(id);
  }
}
