import type { KindName } from "../onednn/kinds.ts";

/** What tells one of cuDNN's recurrent networks from another. */
export interface CudnnKind {
  /** What TensorFlow's operation calls it. */
  readonly mode: "lstm" | "gru" | "rnn_tanh" | "rnn_relu";
  /** 1 is [h], 2 is [h, c]. */
  readonly states: number;
  /** The gates as cuDNN has them, each by its place in Keras's kernels. */
  readonly gates: readonly number[];
  /** The recurrent biases in the same order, each by its place in the bias; zeros where there is none. */
  readonly recurrentBias: readonly (number | undefined)[];
}

/**
 * cuDNN's networks by their names here. Its gates are i, f, c, o for the LSTM, as Keras's, and r, z, h for the GRU, where
 * Keras has z, r, h. Each gate has two biases there: for a sum of both one will do, and only the GRU's candidate has its
 * recurrent one inside the reset gate. It has no GRU with the reset gate before the product.
 *
 * @see https://docs.nvidia.com/deeplearning/cudnn/backend/latest/api/cudnn-adv-library.html (cudnnRNNMode_t)
 */
export const cudnnKinds: Readonly<Partial<Record<KindName, CudnnKind>>> = {
  lstm: { mode: "lstm", states: 2, gates: [0, 1, 2, 3], recurrentBias: new Array(4).fill(undefined) },
  gruResetAfter: { mode: "gru", states: 1, gates: [1, 0, 2], recurrentBias: [undefined, undefined, 3] },
  tanhRNN: { mode: "rnn_tanh", states: 1, gates: [0], recurrentBias: [undefined] },
  reluRNN: { mode: "rnn_relu", states: 1, gates: [0], recurrentBias: [undefined] },
};
