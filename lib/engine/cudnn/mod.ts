/**
 * Recurrent networks on cuDNN, through TensorFlow's `CudnnRNNV3` and `CudnnRNNBackpropV3`. They are ordinary operations of its
 * GPU build: a recorded step holds them in its one native function.
 *
 * To run them: a machine with an NVIDIA driver, then
 *
 * ```sh
 * deno task setup --gpu        # TensorFlow with CUDA and cuDNN, into .venv
 * NVIDIA_TF32_OVERRIDE=0 deno test -A tests/cudnn tests/layers
 * ```
 *
 * `useEngine()` then says `recurrent: "cudnn"`, or in its notes why not. The variable matters for the tests alone: on
 * Ampere and later, TensorFlow multiplies float32 as TF32, with 10 bits of significand, unless it is told otherwise; outputs
 * then differ from Keras's float64 by about 0.001, as Keras's own do on a GPU.
 *
 * Without a GPU the same tests run on a stand-in for the two operations (tests/cudnn/_simulated_gpu.ts).
 *
 * @module
 */
export type { DirectionWeights } from "./parameters.ts";
export {
  cudnnBoth,
  type CudnnBothResult,
  type CudnnBothTensors,
  cudnnRecurrent,
  type CudnnTensors,
  hasCudnnKind,
} from "./recurrent.ts";
export { whyNoCudnn } from "./why_no_cudnn.ts";
