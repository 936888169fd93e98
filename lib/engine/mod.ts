/**
 * The native engine: TensorFlow under tfjs's own kernels, the ladder of backends below it, and what trains faster natively:
 * recorded steps, random numbers, fused losses and updates.
 *
 * @module
 */
export { tf } from "./_tf.ts";
export { type Compiled, compiled } from "./compiled.ts";
export { EngineError } from "./engine_error.ts";
export { applyAdam, applyMomentum, applyRMSprop, applySGD, type Update } from "./fused_updates.ts";
export { irfft } from "./irfft.ts";
export { multiplyRows, type MultiplyRowsOptions } from "./multiply_rows.ts";
export { nativeCall } from "./native_call.ts";
export {
  dropout,
  type DropoutOptions,
  type NormalOptions,
  randomNormal,
  randomUniform,
  type Seed,
  type SeedGenerator,
  seedGenerator,
  truncatedNormal,
  type UniformOptions,
} from "./native_random.ts";
export { orthogonal } from "./orthogonal.ts";
export type { NativeRun } from "./recording/tape.ts";
export { rfft } from "./rfft.ts";
export { type RFFTBlocks, rfftBlocks } from "./rfft_blocks.ts";
export {
  inspectSavedModel,
  loadSavedModel,
  type SavedModel,
  type SavedModelContents,
  type SavedModelOptions,
} from "./saved_model.ts";
export { type RowSum, sumRows } from "./sum_rows.ts";
export { sparseSoftmaxCrossEntropy } from "./sparse_softmax_cross_entropy.ts";
export { fillTensor, readTensor } from "./tensor_memory.ts";
export type { TensorFlowOptions } from "./tensorflow/open_tensorflow.ts";
export type { ContextOptions } from "./tensorflow/open_context.ts";
export type { BackendName, Engine, EngineOptions } from "./engine.ts";
export { type UsedEngine, useEngine } from "./use_engine.ts";
export { windowFrames, type WindowFramesOptions } from "./window_frames.ts";
export type { KindName } from "./onednn/kinds.ts";
export { oneDNNChain } from "./onednn/chain.ts";
export type { Link } from "./onednn/links.ts";
export {
  oneDNNRecurrent,
  type RecurrentOptions,
  type RecurrentResult,
  type RecurrentTensors,
} from "./onednn/recurrent.ts";
export { recurrentPrecision } from "./onednn/precision.ts";
export type { RecurrentPrecision } from "./onednn/shapes.ts";
export { forceRecurrentPath, type RecurrentPath, recurrentPath } from "./onednn/recurrent_path.ts";
export { whyNoOneDNN } from "./onednn/open_library.ts";
export {
  cudnnBoth,
  type CudnnBothResult,
  type CudnnBothTensors,
  cudnnRecurrent,
  type CudnnTensors,
  type DirectionWeights,
  hasCudnnKind,
  whyNoCudnn,
} from "./cudnn/mod.ts";
