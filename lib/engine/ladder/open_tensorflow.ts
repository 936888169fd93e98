import { createRequire } from "node:module";
import util from "node:util";
import { tf } from "../_tf.ts";
import { registerAbsGradient, registerActivationGradients } from "../gradients/activation_gradients.ts";
import { registerSoftmaxGradient } from "../gradients/softmax_gradient.ts";
import { keepFreedMemory } from "../keep_freed_memory.ts";
import { registerKernels } from "../kernels/register_kernels.ts";
import {
  type Backend,
  keepTensorFlow,
  openedTensorFlow,
  type TensorEntry,
  type TensorFlow,
} from "../tensorflow/backend.ts";
import { createBinding, createMachine, type Machine } from "../tensorflow/binding.ts";
import { openContext } from "../tensorflow/open_context.ts";
import { openLibrary } from "../tensorflow/open_library.ts";
import type { TensorFlowOptions } from "../tensorflow/tensorflow_options.ts";

/** What TensorFlow reads when it is opened. */
const environment = {
  TF_CPP_MIN_LOG_LEVEL: "3", // errors alone
  TF_CPU_ALLOCATOR_USE_BFC: "true", // a pool: big tensors otherwise go back to the system after each operation
};

const nothingAsked = JSON.stringify([null, null, null, null]);
let currentOptions = "";

/**
 * Opens TensorFlow and registers tfjs-node-gpu's own backend and kernels on it. A second call gives the first one's.
 *
 * @throws {RangeError} when it was opened before with other options
 */
export function openTensorFlow(options: TensorFlowOptions = {}): TensorFlow {
  const { library, device, threads, memoryGrowth } = options;
  const asked = JSON.stringify([library, device, threads, memoryGrowth]);
  const current = openedTensorFlow();
  if (current && (asked === currentOptions || asked === nothingAsked)) return current;
  if (current) {
    throw new RangeError(`Cannot open TensorFlow with other options: it is open with ${currentOptions}`);
  }
  for (const [name, value] of Object.entries(environment)) if (!Deno.env.has(name)) Deno.env.set(name, value);
  keepFreedMemory();
  const opened = openLibrary(options.library), machine = createMachine(openContext(opened, options));
  const backend = createBackend(machine);
  tf.registerBackend("tensorflow", () => backend as unknown as tf.KernelBackend, 3);
  registerActivationGradients();
  registerSoftmaxGradient();
  registerAbsGradient();
  registerKernels();
  currentOptions = asked;
  return keepTensorFlow({ machine, backend, opened });
}

/** tfjs-node-gpu's backend on our binding; its index.js, which would load the add-on, is never touched. */
function createBackend(machine: Machine): Backend {
  restoreNodeUtilities();
  const require = createRequire(import.meta.url);
  const { NodeJSKernelBackend } = require("@tensorflow/tfjs-node-gpu/dist/nodejs_kernel_backend.js");
  require("@tensorflow/tfjs-node-gpu/dist/register_all_kernels.js");
  const backend = new NodeJSKernelBackend(createBinding(machine), "@tensorflow/tfjs-node-gpu");
  explainDisposed(backend.tensorMap);
  backend.memory = () => ({ unreliable: false, numNativeTensors: machine.tensors.count });
  return backend;
}

/** A disposed tensor has no data: tfjs would look for the backend that holds it and stumble. */
function explainDisposed(map: { has(dataId: object): boolean; get(dataId: object): TensorEntry }): void {
  const get = map.get.bind(map);
  map.get = (dataId) => {
    if (map.has(dataId)) return get(dataId);
    try {
      return get(dataId); // moves it here from another backend
    } catch {
      throw new RangeError("Cannot use a tensor as a live tensor: it was disposed");
    }
  };
}

/** Node dropped two functions of `util` that the package still calls (one of the two patches that the house allows). */
function restoreNodeUtilities(): void {
  const known = util as unknown as Record<string, unknown>;
  known.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  known.isArray ??= Array.isArray;
}
