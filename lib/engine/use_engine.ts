import { tf } from "./_tf.ts";
import type { TensorFlowOptions } from "./tensorflow/backend.ts";
import { rungs } from "./ladder/rungs.ts";

/** The backends of the ladder, best first. */
export type BackendName = "tensorflow" | "webgpu" | "wasm" | "cpu";

/** Which backend to use and how. */
export interface EngineOptions extends TensorFlowOptions {
  /** A rung of the ladder, reached or refused; @default the best that can be reached */
  backend?: BackendName;
}

/** What computes. */
export interface Engine {
  readonly backend: BackendName;
  /** `"CPU"`, or the GPU's or adapter's name. */
  readonly device: string;
  /** The library's version: TensorFlow's, or that of the tfjs backend. */
  readonly version: string;
  /** Threads of one operation. */
  readonly threads: number;
  /** How recurrent layers run. */
  readonly recurrent: "onednn" | "cudnn" | "portable";
  /** One line a step of the ladder: what was chosen, and why the better ones were not. */
  readonly notes: readonly string[];
}

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
      return { backend: rung.name, ...reached, notes };
    } catch (error) {
      if (options.backend || error instanceof RangeError) throw error;
      notes.push(`${rung.name}: not used, ${(error as Error).message}`);
    }
  }
  throw new Error(`Cannot use any backend: ${notes.join("; ")}`);
}
