import type { BackendName, Engine, EngineOptions } from "../use_engine.ts";
import { reachCpu } from "./cpu.ts";
import { reachTensorFlow } from "./tensorflow.ts";
import { reachWasm } from "./wasm.ts";
import { reachWebgpu } from "./webgpu.ts";

/** What a rung says of itself once it is reached. */
export type Reached = Omit<Engine, "backend" | "notes">;

/** A step of the ladder: registers its backend with tfjs, or throws in one sentence why it can't. */
export interface Rung {
  readonly name: BackendName;
  reach(options: EngineOptions): Promise<Reached>;
}

/** The ladder, best first. */
export const rungs: readonly Rung[] = [
  { name: "tensorflow", reach: reachTensorFlow },
  { name: "webgpu", reach: reachWebgpu },
  { name: "wasm", reach: reachWasm },
  { name: "cpu", reach: reachCpu },
];
