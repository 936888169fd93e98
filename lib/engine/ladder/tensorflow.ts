import { whyNoCudnn } from "../cudnn/mod.ts";
import { openOneDNN } from "../onednn/open_library.ts";
import { openTensorFlow } from "./open_tensorflow.ts";
import type { EngineOptions } from "../engine.ts";
import type { Reached } from "./rung.ts";

/** Native TensorFlow under tfjs-node-gpu's kernels, on a GPU where its library has one, else on the CPU. */
export function reachTensorFlow(options: EngineOptions): Promise<Reached> {
  const { opened, machine: { native } } = openTensorFlow(options);
  return Promise.resolve({
    device: native.isGpu ? native.device : "CPU",
    version: opened.version,
    threads: options.threads ?? navigator.hardwareConcurrency,
    recurrent: native.isGpu ? onGpu() : openOneDNN(options.threads) ? "onednn" : "portable",
  });
}

const onGpu = (): Reached["recurrent"] => whyNoCudnn() ? "portable" : "cudnn";
