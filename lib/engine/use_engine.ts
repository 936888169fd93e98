import { tf } from "./_tf.ts";
import type { Engine, EngineOptions } from "./engine.ts";
import { whyNoCudnn } from "./cudnn/mod.ts";
import { whyNoOneDNN } from "./onednn/open_library.ts";
import { rungs } from "./ladder/rungs.ts";

/** The engine and the namespace that runs on it. */
export interface UsedEngine {
  readonly tf: typeof tf;
  readonly engine: Engine;
}

let used: (UsedEngine & { asked: string }) | undefined;

/**
 * Makes the best backend that this machine has ready for tfjs: native TensorFlow on a GPU or the CPU, then WebGPU on a
 * hardware adapter, then WebAssembly (which lacks some kernels that training needs), then plain JavaScript.
 *
 * @param options one backend instead of the best; threads, device, memory growth and library of the native one
 * @returns `tf`, the one tfjs namespace with the backend set and ready, and `engine`, which describes it
 * @throws {RangeError} when the backend's name or an option's value is none there is, or when the native library is open with
 * other options already: it can be set up once a process
 * @throws {MissingError} when the backend that was asked for can't be reached; the message says what to do
 * @example
 * ```ts
 * import { useEngine } from "unroll/engine/mod.ts";
 * const { tf, engine } = await useEngine();
 * tf.matMul(tf.ones([2, 3]), tf.ones([3, 4])).print(); // on engine.backend
 * ```
 */
export async function useEngine(options: EngineOptions = {}): Promise<UsedEngine> {
  const names = rungs.map((rung) => rung.name);
  if (options.backend && !names.includes(options.backend)) {
    throw new RangeError(`Cannot use ${options.backend} as a backend: there are ${names.join(", ")}`);
  }
  const asked = JSON.stringify(options);
  if (used && (asked === used.asked || (asked === "{}" && tf.getBackend() === used.engine.backend))) {
    await tf.setBackend(used.engine.backend);
    return used;
  }
  const engine = await climb(options);
  used = { tf, engine, asked };
  return used;
}

/** Tries the rungs from the best down; an explicitly named one alone, and its failure is the answer. */
async function climb(options: EngineOptions): Promise<Engine> {
  const notes: string[] = [];
  for (const rung of rungs) {
    if (options.backend && rung.name !== options.backend) continue;
    try {
      const reached = await rung.reach(options);
      if (!(await tf.setBackend(rung.name))) throw new Error("its backend did not initialise");
      await tf.ready();
      notes.push(`${rung.name}: chosen, on ${reached.device}`);
      if (rung.name === "tensorflow") notes.push(...whyPortably(reached.device));
      return { backend: rung.name, ...reached, notes };
    } catch (error) {
      if (options.backend || error instanceof RangeError) throw error;
      notes.push(`${rung.name}: not used, ${(error as Error).message}`);
    }
  }
  throw new Error(`Cannot use any backend: ${notes.join("; ")}`);
}

/** One line where the network library that belongs to TensorFlow's device is missing. */
function whyPortably(device: string): string[] {
  const [library, missing] = device === "CPU" ? ["onednn", whyNoOneDNN()] : ["cudnn", whyNoCudnn()];
  return missing ? [`${library}: not used, recurrent layers run portably: ${missing}`] : [];
}
