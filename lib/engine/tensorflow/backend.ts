import { tf } from "../_tf.ts";
import type { Machine } from "./binding.ts";
import type { Opened } from "./open_library.ts";

/** What the engine uses of tfjs-node's `NodeJSKernelBackend`. */
export interface Backend {
  readonly tensorMap: { get(dataId: object): TensorEntry | undefined };
  getInputTensorIds(tensors: readonly tf.TensorInfo[]): number[];
  createOutputTensor(info: { id: number; shape: readonly number[]; dtype: number }): tf.Tensor;
}

/** What the backend knows of a tensor: its number, or the values that weren't written yet. */
export interface TensorEntry {
  id: number;
  values: unknown;
  refCount: number;
}

/** The TensorFlow backend in use. */
export interface TensorFlow {
  readonly machine: Machine;
  readonly backend: Backend;
  readonly opened: Opened;
}

let current: TensorFlow | undefined;

/** The TensorFlow backend that was opened, whether tfjs uses it now or not. */
export function openedTensorFlow(): TensorFlow | undefined {
  return current;
}

/** Keeps the TensorFlow backend: there is one a process. */
export function keepTensorFlow(opened: TensorFlow): TensorFlow {
  return current = opened;
}

/** The TensorFlow backend, once it was opened and as long as tfjs uses it. */
export function tensorflow(): TensorFlow | undefined {
  return tf.getBackend() === "tensorflow" ? current : undefined;
}
