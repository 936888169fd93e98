import { strict as assert } from "node:assert";
import { tryCudnnAgain } from "../../lib/engine/cudnn/why_no_cudnn.ts";
import type { Attribute } from "../../lib/engine/tensorflow/attributes.ts";
import { tensorflow } from "../../lib/engine/tensorflow/backend.ts";
import type { Machine } from "../../lib/engine/tensorflow/binding.ts";
import type { TensorInfo } from "../../lib/engine/tensorflow/tensors.ts";
import { AttributeType, DataType } from "../../lib/engine/tensorflow/types.ts";
import { parameterCount, ReferenceNetwork, type Sizes } from "./_reference_network.ts";

/** An operation of cuDNN that ran. */
export interface Call {
  readonly op: string;
  readonly attributes: readonly Attribute[];
  readonly inputs: readonly TensorInfo[];
  readonly outputs: readonly TensorInfo[];
}

/** What was called while a simulation ran. */
export interface Calls {
  /** Names of the operations that ran. */
  readonly operations: string[];
  /** Those of cuDNN in full. */
  readonly cudnn: Call[];
}

let playing = false;

/** Whether there is a real GPU; TensorFlow must be open. */
export const hasGPU = (): boolean => !playing && tensorflow()!.machine.native.isGpu;

/** On Ampere and later, TensorFlow multiplies with 10 bits of significand unless this variable says otherwise. */
export const isExact = (): boolean => !hasGPU() || Deno.env.get("NVIDIA_TF32_OVERRIDE") === "0";

/** How far two ways to the same float32 numbers may be apart. */
export const within = (): number => isExact() ? hasGPU() ? 1e-5 : 1e-6 : 1e-2;

/**
 * Runs something on the GPU, where there is one. Else the engine believes for a while that its device is a GPU, on which the
 * two operations of cuDNN are played by a slow and obvious program that shares nothing with the engine: it reads
 * TensorFlow's shapes and cuDNN's buffer as their documents say, and refuses what they would refuse.
 */
export function onGPU<T>(run: (calls: Calls) => T): T {
  const { machine } = tensorflow()!, native = machine.native as { isGpu: boolean }, real = hasGPU();
  const changeable = machine as { -readonly [K in keyof Machine]: Machine[K] }, { execute } = machine;
  const calls: Calls = { operations: [], cudnn: [] };
  changeable.execute = (op, attributes, inputs, outputs) => {
    const infos = inputs.map((id) => machine.tensors.describe(id));
    const made = !real && op.startsWith("CudnnRNN")
      ? play(machine, op, attributes, inputs)
      : execute(op, attributes, inputs, outputs);
    assert.equal(made.length, outputs);
    calls.operations.push(op);
    if (op.startsWith("CudnnRNN")) calls.cudnn.push({ op, attributes, inputs: infos, outputs: made });
    return made;
  };
  playing = !real;
  native.isGpu = true;
  if (!real) tryCudnnAgain();
  try {
    return run(calls);
  } finally {
    playing = false;
    native.isGpu = real;
    changeable.execute = execute;
    if (!real) tryCudnnAgain();
  }
}

/** Plays one of the two operations, and lets a recording see it. */
function play(
  machine: Machine,
  op: string,
  attributes: readonly Attribute[],
  inputs: readonly number[],
): TensorInfo[] {
  const given = Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
  const made = (op === "CudnnRNNV3" ? forward : backward)(machine, given, inputs);
  machine.observer?.executed(op, attributes, inputs, made);
  return made;
}

/** Shapes as ExtractForwardInput checks them, with batch-major sequences. */
function sizesOf(machine: Machine, attributes: Record<string, unknown>, inputs: readonly number[]): Sizes {
  const [x, h, c, parameters, lengths] = inputs.map((id) => machine.tensors.describe(id));
  assert.equal(attributes.T, DataType.float32);
  assert.equal(attributes.time_major, false);
  assert.equal(attributes.input_mode, "linear_input");
  const [batch, steps, features] = x!.shape as [number, number, number], units = h!.shape[2]!;
  const directions = attributes.direction === "bidirectional" ? 2 : 1, mode = attributes.rnn_mode as string;
  assert.deepEqual(h!.shape, [batch, directions, units]);
  if (mode === "lstm") assert.deepEqual(c!.shape, h!.shape);
  assert.deepEqual([lengths!.dtype, lengths!.shape], [DataType.int32, [batch]]);
  const counted = machine.tensors.read(inputs[4]!) as Int32Array;
  assert.ok(counted.every((length) => length >= 1 && length <= steps), `lengths ${counted}`);
  const sizes = { mode, batch, steps, features, units, directions, lengths: counted };
  assert.deepEqual(parameters!.shape, [parameterCount(sizes)]);
  return sizes;
}

/** The network on tensors by number; a carry that nobody reads is a scalar. */
function network(machine: Machine, sizes: Sizes, inputs: readonly number[]): ReferenceNetwork {
  const read = (id: number): number[] => [...machine.tensors.read(id) as Float32Array];
  const [x, h, c, parameters] = inputs.slice(0, 4).map(read);
  const none = new Float64Array(sizes.directions * sizes.batch * sizes.units);
  return new ReferenceNetwork(sizes, {
    x: x!,
    h: h!,
    c: sizes.mode === "lstm" ? c! : none,
    parameters: parameters!,
  });
}

function forward(
  machine: Machine,
  attributes: Record<string, unknown>,
  inputs: readonly number[],
): TensorInfo[] {
  const sizes = sizesOf(machine, attributes, inputs), { batch, steps, units, directions } = sizes;
  const { y, h, c } = network(machine, sizes, inputs), make = maker(machine);
  return [
    make([batch, steps, directions * units], y),
    make([batch, directions, units], h),
    sizes.mode === "lstm" ? make([batch, directions, units], c) : make([], [0]),
    attributes.is_training ? make([3], [1, 2, 3]) : make([], [0]),
    hostReserved(machine),
  ];
}

function backward(
  machine: Machine,
  attributes: Record<string, unknown>,
  inputs: readonly number[],
): TensorInfo[] {
  const sizes = sizesOf(machine, attributes, inputs),
    { mode, batch, steps, features, units, directions } = sizes;
  const infos = inputs.map((id) => machine.tensors.describe(id)), make = maker(machine);
  const state = [batch, directions, units],
    carry = mode === "lstm" ? state : [],
    y = [batch, steps, directions * units];
  assert.deepEqual(infos.slice(5, 11).map(({ shape }) => shape), [y, state, carry, y, state, carry]);
  assert.deepEqual(infos[11]!.shape, [3], "the reserve comes of a run for training");
  assert.equal(infos[12]!.dtype, DataType.int8);
  assert.equal(inputs.length, 13);
  const [dy, dh, dc] = inputs.slice(8, 11).map((id) => [...machine.tensors.read(id) as Float32Array]);
  const none = new Float64Array(dh!.length);
  const made = network(machine, sizes, inputs).backward(dy!, dh!, mode === "lstm" ? dc! : none);
  return [
    make([batch, steps, features], made.dx),
    make(state, made.dh),
    mode === "lstm" ? make(carry, made.dc) : make([], [0]),
    make(infos[3]!.shape, made.dParameters),
  ];
}

type Make = (shape: number[], values: ArrayLike<number>) => TensorInfo;

const maker = ({ tensors }: Machine): Make => (shape, values) =>
  tensors.describe(tensors.create(shape, DataType.float32, values));

/** An int8 scalar: TensorFlow's fifth output. */
function hostReserved({ tensors, executeHandles }: Machine): TensorInfo {
  const type = (name: string, value: number): Attribute => ({ name, type: AttributeType.type, value });
  const zero = tensors.create([], DataType.float32, [0]), results = new BigUint64Array(1);
  executeHandles("Cast", [type("SrcT", DataType.float32), type("DstT", DataType.int8)], [
    tensors.handle(zero),
  ], results);
  tensors.remove(zero);
  return tensors.describe(tensors.adopt(Deno.UnsafePointer.create(results[0]!)));
}
