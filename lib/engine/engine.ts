import type { TensorFlowOptions } from "./tensorflow/tensorflow_options.ts";

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
