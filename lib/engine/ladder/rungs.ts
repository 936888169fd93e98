import type { Rung } from "./rung.ts";
import { reachCpu } from "./cpu.ts";
import { reachTensorFlow } from "./tensorflow.ts";
import { reachWasm } from "./wasm.ts";
import { reachWebgpu } from "./webgpu.ts";

/** The ladder, best first. */
export const rungs: readonly Rung[] = [
  { name: "tensorflow", reach: reachTensorFlow },
  { name: "webgpu", reach: reachWebgpu },
  { name: "wasm", reach: reachWasm },
  { name: "cpu", reach: reachCpu },
];
