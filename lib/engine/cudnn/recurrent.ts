import { tf } from "../_tf.ts";
import type { KindName } from "../onednn/kinds.ts";
import type { RecurrentOptions, RecurrentResult, RecurrentTensors } from "../onednn/recurrent.ts";
import { type CudnnKind, cudnnKinds } from "./kinds.ts";
import { runNetwork } from "./network.ts";
import { type DirectionWeights, packParameters } from "./parameters.ts";

/** What goes into one of cuDNN's recurrent networks, and what gradients go to. */
export interface CudnnTensors extends RecurrentTensors {
  /** int32 [B], each from 1 to T: steps that count, from the first on; y is zero behind them. @default all steps */
  readonly lengths?: tf.Tensor;
}

/** What goes into both directions at once. */
export interface CudnnBothTensors extends Pick<CudnnTensors, "x" | "lengths"> {
  /** The state before the first step of each direction, [h] or [h, c], each [2, B, H]; zeros where missing. */
  readonly before?: readonly tf.Tensor[];
  /** The weights of the forward direction, then those of the backward one. */
  readonly directions: readonly [DirectionWeights, DirectionWeights];
}

/** What both directions give. */
export interface CudnnBothResult {
  /** [B, T, 2 * H], both in the input's order. */
  readonly y: tf.Tensor;
  /** The state after the last step of each direction, [h] or [h, c], each [2, B, H]. */
  readonly after: readonly tf.Tensor[];
}

/**
 * Whether cuDNN has a network.
 *
 * @param kind its name
 * @returns false for the GRU whose reset gate comes before the product
 * @example
 * ```ts
 * import { hasCudnnKind } from "unroll/engine/mod.ts";
 * hasCudnnKind("gru"); // false
 * ```
 */
export function hasCudnnKind(kind: KindName): boolean {
  return kind in cudnnKinds;
}

/**
 * Runs a recurrent network on cuDNN, with a gradient to every input. Gates are in Keras's order: i, f, c, o and z, r, h.
 *
 * @param tensors input, lengths, initial state and weights, on the TensorFlow backend
 * @param options which network, which way, and what to give back; with lengths from the first step on only
 * @returns h of every step, the state after the last one that counts, or both
 * @throws {TypeError} when cuDNN has no such network
 * @throws {EngineError} when there is no cuDNN
 * @see https://docs.nvidia.com/deeplearning/cudnn/backend/latest/api/cudnn-adv-library.html
 * @example
 * ```ts
 * import { cudnnRecurrent, recurrentPath, tf, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * const [x, kernel, recurrentKernel] = [tf.ones([1, 5, 3]), tf.zeros([3, 8]), tf.zeros([2, 8])];
 * if (recurrentPath() === "cudnn") cudnnRecurrent({ x, kernel, recurrentKernel }, { kind: "lstm" }).y; // [1, 5, 2]
 * ```
 */
export function cudnnRecurrent(
  { x, lengths, before, ...weights }: CudnnTensors,
  { kind, reversed = false, sequence = true, states = false }: RecurrentOptions,
): RecurrentResult {
  const turn = (sequence: tf.Tensor): tf.Tensor => reversed ? tf.reverse(sequence, 1) : sequence;
  const starts = before?.map((state) => tf.expandDims(state, 0)); // [B, H] -> [1, B, H]
  const all = { x: turn(x), lengths, before: starts, directions: [weights] };
  const outputs = run(kind, all, [sequence, states || !sequence, states]);
  const after = (sequence ? outputs.slice(1) : outputs).map((state) => tf.squeeze(state, [0])); // -> [B, H]
  return sequence ? { y: turn(outputs[0]!), after } : { after };
}

/**
 * Runs a recurrent network forwards and backwards at once on cuDNN, with a gradient to every input.
 *
 * @param tensors input, lengths, initial states and weights of both directions
 * @param kind which network
 * @returns h of every step of both directions, and the states after their last steps
 * @throws {TypeError} when cuDNN has no such network
 * @throws {EngineError} when there is no cuDNN
 * @example
 * ```ts
 * import { cudnnBoth, recurrentPath, tf, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * const weights = { kernel: tf.zeros([3, 8]), recurrentKernel: tf.zeros([2, 8]) };
 * const both = { x: tf.ones([1, 5, 3]), directions: [weights, weights] as const };
 * if (recurrentPath() === "cudnn") cudnnBoth(both, "lstm").y; // [1, 5, 4]
 * ```
 */
export function cudnnBoth(tensors: CudnnBothTensors, kind: KindName): CudnnBothResult {
  const [y, ...after] = run(kind, tensors, [true, true, true]);
  return { y: y!, after };
}

interface AllTensors extends Omit<CudnnBothTensors, "directions"> {
  readonly directions: readonly DirectionWeights[];
}

/** Those of [y, h, c] that are wanted and there. */
function run(
  name: KindName,
  { x, lengths, before, directions }: AllTensors,
  [wantY, wantH, wantC]: [boolean, boolean, boolean],
): tf.Tensor[] {
  const kind = kindOf(name),
    sizes = [directions.length, x.shape[0]!, directions[0]!.recurrentKernel.shape[0]!];
  const [h, c] = before ?? Array.from({ length: kind.states }, () => tf.zeros(sizes));
  const inputs = { x, lengths, parameters: packParameters(kind, directions), h: h!, c };
  return runNetwork({ kind, bidirectional: directions.length === 2 }, inputs, [
    wantY,
    wantH,
    wantC && kind.states === 2,
  ]);
}

function kindOf(name: KindName): CudnnKind {
  const kind = cudnnKinds[name];
  if (kind) return kind;
  throw new TypeError(`Cannot run ${name} as one of cuDNN's networks: ${Object.keys(cudnnKinds).join(", ")}`);
}
