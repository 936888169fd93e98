import { MissingError } from "../../core/mod.ts";
import { tf } from "../_tf.ts";
import type { EngineOptions } from "../engine.ts";
import type { Reached } from "./rung.ts";

/** What the ladder asks of WebGPU (the types of Deno's are behind a flag). */
interface Gpu {
  requestAdapter(options?: object): Promise<Adapter | null>;
}

interface Adapter {
  readonly info: { vendor: string; description: string; device: string; isFallbackAdapter?: boolean };
  readonly isFallbackAdapter?: boolean;
}

/** WebGPU: on a hardware adapter by itself, on a software one only when it is asked for by name. */
export async function reachWebgpu(options: EngineOptions): Promise<Reached> {
  const gpu = (navigator as { gpu?: Gpu }).gpu;
  if (!gpu) {
    throw new MissingError("Cannot use WebGPU: this Deno has none. Run: deno run --unstable-webgpu …");
  }
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
  if (!adapter) throw new MissingError("Cannot use WebGPU: there is no adapter. Install a Vulkan driver");
  const name = adapter.info.description || adapter.info.device || adapter.info.vendor;
  if (isSoftware(adapter, name) && options.backend !== "webgpu") {
    throw new MissingError(`Cannot use WebGPU on hardware: ${name} is a software adapter`);
  }
  await import("@tensorflow/tfjs-backend-webgpu");
  return { device: name, version: tf.version.tfjs, threads: 1, recurrent: "portable" };
}

function isSoftware(adapter: Adapter, name: string): boolean {
  return Boolean(adapter.isFallbackAdapter ?? adapter.info.isFallbackAdapter) ||
    /llvmpipe|lavapipe|swiftshader|softpipe/i.test(name);
}
