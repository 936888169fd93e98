import type { Attribute } from "./attributes.ts";
import { type Execute, type ExecuteHandles, executor, handleExecutor } from "./execute.ts";
import type { Native } from "./native.ts";
import type { TensorSource } from "./memory.ts";
import { type SavedModels, savedModelTable } from "./saved_models.ts";
import { type TensorInfo, Tensors, type TensorValues } from "./tensors.ts";
import { AttributeType, DataType } from "./types.ts";

/** Sees every call through the binding while a step is recorded. */
export interface Observer {
  created(id: number): void;
  executed(
    op: string,
    attributes: readonly Attribute[],
    inputs: readonly number[],
    outputs: TensorInfo[],
  ): void;
  read(id: number): void;
}

/** TensorFlow as the engine's rooms use it: tensors by number, operations by name. */
export interface Machine {
  readonly native: Native;
  readonly tensors: Tensors;
  readonly savedModels: SavedModels;
  readonly execute: Execute;
  readonly executeHandles: ExecuteHandles;
  observer: Observer | null;
}

/** Puts the tables and doors of one context together. */
export function createMachine(native: Native): Machine {
  const tensors = new Tensors(native), executeHandles = handleExecutor(native);
  const run = executor(native, tensors, executeHandles);
  const machine: Machine = {
    native,
    tensors,
    savedModels: savedModelTable(native, tensors),
    execute(op, attributes, inputs, outputs) {
      const made = run(op, attributes, inputs, outputs);
      machine.observer?.executed(op, attributes, inputs, made);
      return made;
    },
    executeHandles,
    observer: null,
  };
  return machine;
}

/** The ten methods and the constants that tfjs-node's backend calls, in its own names (tfjs_binding.d.ts). */
export interface Binding {
  createTensor(shape: number[], dtype: number, values: TensorSource): number;
  deleteTensor(id: number): void;
  tensorDataSync(id: number): TensorValues;
  executeOp(op: string, attributes: Attribute[], inputs: number[], outputs: number): TensorInfo[];
  loadSavedModel(folder: string, tags: string): number;
  deleteSavedModel(id: number): void;
  runSavedModel(id: number, inputs: number[], inputNames: string, outputNames: string): TensorInfo[];
  getNumOfSavedModels(): number;
  getNumOfTensors(): number;
  isUsingGpuDevice(): boolean;
  readonly [constant: `TF_${string}`]: number | string;
}

/** The add-on's names for types. */
const constants = {
  TF_FLOAT: DataType.float32,
  TF_INT32: DataType.int32,
  TF_INT64: DataType.int64,
  TF_BOOL: DataType.bool,
  TF_COMPLEX64: DataType.complex64,
  TF_STRING: DataType.string,
  TF_RESOURCE: DataType.resource,
  TF_UINT8: DataType.uint8,
  TF_ATTR_STRING: AttributeType.string,
  TF_ATTR_INT: AttributeType.int,
  TF_ATTR_FLOAT: AttributeType.float,
  TF_ATTR_BOOL: AttributeType.bool,
  TF_ATTR_TYPE: AttributeType.type,
  TF_ATTR_SHAPE: AttributeType.shape,
  TF_ATTR_RESOURCE: AttributeType.resource,
};

/**
 * tfjs-node's native add-on, in TypeScript: what its kernels call, on a machine.
 *
 * @param machine the tables and doors of one context
 * @returns the binding that `NodeJSKernelBackend` takes
 */
export function createBinding(machine: Machine): Binding {
  const { native, tensors, savedModels, execute } = machine;
  return {
    createTensor(shape, dtype, values) {
      const id = tensors.create(shape, dtype, values);
      machine.observer?.created(id);
      return id;
    },
    deleteTensor: (id) => tensors.remove(id),
    tensorDataSync(id) {
      machine.observer?.read(id);
      return tensors.read(id);
    },
    executeOp: execute,
    loadSavedModel: (folder, tags) => savedModels.load(folder, tags),
    deleteSavedModel: (id) => savedModels.remove(id),
    runSavedModel: (id, inputs, inputNames, outputNames) =>
      savedModels.run(id, inputs, inputNames, outputNames),
    getNumOfSavedModels: () => savedModels.count,
    getNumOfTensors: () => tensors.count,
    isUsingGpuDevice: () => native.isGpu,
    ...constants,
    TF_Version: native.version,
  };
}
