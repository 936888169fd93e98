import { whyNoCudnn } from "./cudnn/why_no_cudnn.ts";
import { tensorflow } from "./tensorflow/backend.ts";
import { openOneDNN } from "./onednn/open_library.ts";

/** How recurrent layers can run. */
export type RecurrentPath = "onednn" | "cudnn" | "portable";

let forced: RecurrentPath | undefined;

/**
 * How recurrent layers run on the backend that tfjs uses now: oneDNN next to TensorFlow on the CPU, cuDNN inside
 * TensorFlow on a GPU, portably elsewhere.
 *
 * @returns the path
 * @example
 * ```ts
 * import { recurrentPath } from "unroll/engine/mod.ts";
 * recurrentPath(); // "onednn"
 * ```
 */
export function recurrentPath(): RecurrentPath {
  const engine = tensorflow();
  if (forced === "portable" || !engine) return "portable";
  if (engine.machine.native.isGpu) return whyNoCudnn() ? "portable" : "cudnn";
  return openOneDNN() ? "onednn" : "portable";
}

/**
 * Makes recurrent layers run portably although oneDNN or cuDNN is there: to compare the two.
 *
 * @param path `"portable"`, or undefined for the best one again
 * @example
 * ```ts
 * import { forceRecurrentPath } from "unroll/engine/mod.ts";
 * forceRecurrentPath("portable");
 * forceRecurrentPath();
 * ```
 */
export function forceRecurrentPath(path?: "portable"): void {
  forced = path;
}
