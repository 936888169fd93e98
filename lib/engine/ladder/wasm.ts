import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { Reached } from "./rung.ts";

/** WebAssembly: for inference; it lacks kernels that training needs. */
export async function reachWasm(): Promise<Reached> {
  const wasm = await import("@tensorflow/tfjs-backend-wasm");
  const require = createRequire(import.meta.url);
  const entry = require.resolve("@tensorflow/tfjs-backend-wasm");
  wasm.setWasmPaths(`${dirname(entry)}/`);
  return {
    device: "WebAssembly",
    version: wasm.version_wasm,
    threads: 1,
    recurrent: "portable",
  };
}
