/**
 * The native engine: TensorFlow under tfjs's own kernels, the ladder of backends below it, and what trains faster natively:
 * recorded steps, random numbers, fused losses and updates.
 *
 * @module
 */

// Choosing a backend
export type { BackendName, Engine, EngineOptions } from "./engine.ts";
export { EngineError } from "./engine_error.ts";
export type { ContextOptions } from "./tensorflow/open_context.ts";
export type { TensorFlowOptions } from "./tensorflow/tensorflow_options.ts";
export { tf } from "./_tf.ts";
export { type UsedEngine, useEngine } from "./use_engine.ts";

// Recorded steps and native calls
export { type Compiled, compiled } from "./recording/compiled.ts";
export { nativeCall } from "./recording/native_call.ts";
export type { NativeRun } from "./recording/tape.ts";

// Random numbers, updates, losses, tensors' memory
export { applyAdam, applyMomentum, applyRMSprop, applySGD, type Update } from "./fused_updates.ts";
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
export { sparseSoftmaxCrossEntropy } from "./sparse_softmax_cross_entropy.ts";
export { type RowSum, sumRows } from "./sum_rows.ts";
export { fillTensor, readTensor } from "./tensor_memory.ts";

// Frames, transforms and products for sound
export { irfft } from "./sound/irfft.ts";
export { multiplyRows, type MultiplyRowsOptions } from "./sound/multiply_rows.ts";
export { rfft } from "./sound/rfft.ts";
export { type RFFTBlocks, rfftBlocks } from "./sound/rfft_blocks.ts";
export { windowFrames, type WindowFramesOptions } from "./sound/window_frames.ts";

// SavedModel folders
export {
  inspectSavedModel,
  loadSavedModel,
  type SavedModel,
  type SavedModelContents,
  type SavedModelOptions,
} from "./saved_model.ts";

// Recurrent networks on oneDNN
export { oneDNNChain } from "./onednn/chain.ts";
export type { KindName } from "./onednn/kinds.ts";
export type { Link } from "./onednn/links.ts";
export { whyNoOneDNN } from "./onednn/open_library.ts";
export { recurrentPrecision } from "./onednn/precision.ts";
export {
  oneDNNRecurrent,
  type RecurrentOptions,
  type RecurrentResult,
  type RecurrentTensors,
} from "./onednn/recurrent.ts";
export { forceRecurrentPath, type RecurrentPath, recurrentPath } from "./recurrent_path.ts";
export type { RecurrentPrecision } from "./onednn/shapes.ts";

// Recurrent networks on cuDNN
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
