import { tf } from "../_tf.ts";
import type { CudnnKind } from "./kinds.ts";

/** The weights of one direction, gates in Keras's order. */
export interface DirectionWeights {
  /** [F, G * H] */
  readonly kernel: tf.Tensor;
  /** [H, G * H] */
  readonly recurrentKernel: tf.Tensor;
  /** [G * H], or [(G + 1) * H] with the GRU's recurrent bias of the candidate; zeros where missing. */
  readonly bias?: tf.Tensor;
}

/**
 * Puts the weights into the one buffer that cuDNN takes: of each direction the gates' input kernels, then their recurrent
 * kernels, each transposed; behind all of them, of each direction the gates' input biases, then their recurrent biases. It is
 * made of plain operations, so that gradients find the way back.
 *
 * It is the layout that cuDNN gives when it is asked (tests/reference/cudnn), and that Keras relies on for one direction.
 * `CudnnRNNCanonicalToParamsV2` would ask it at each step, and copy gate by gate. But TensorFlow's stream executor reckons a
 * bias's size from its kernel's (`CudnnRnnParamsDescriptor::Create`), and the operation ends the process when they differ.
 *
 * @param kind whose gates
 * @param directions one, or forwards and backwards
 * @returns [D * (G * H * (F + H) + 2 * G * H)]
 */
export function packParameters(kind: CudnnKind, directions: readonly DirectionWeights[]): tf.Tensor1D {
  const kernels = directions.flatMap(({ kernel, recurrentKernel }) => [
    gateRows(kind, kernel),
    gateRows(kind, recurrentKernel),
  ]);
  const biases = directions.flatMap((direction) => biasRows(kind, direction));
  return tf.concat([...kernels, ...biases].map((part) => tf.reshape(part, [-1])), 0) as tf.Tensor1D;
}

/** [K, G * H] -> [G * H, K], the gates in cuDNN's order. */
function gateRows({ gates }: CudnnKind, matrix: tf.Tensor): tf.Tensor {
  const rows = tf.transpose(matrix);
  if (gates.every((gate, place) => gate === place)) return rows;
  const parts = split(rows, gates.length);
  return tf.concat(gates.map((gate) => parts[gate]!), 0);
}

/** Input biases, then recurrent biases: 2 G of [H]. */
function biasRows(kind: CudnnKind, { recurrentKernel, bias }: DirectionWeights): tf.Tensor[] {
  const units = recurrentKernel.shape[0]!, zeros = tf.zeros([units]);
  const parts = bias ? split(bias, bias.size / units) : [];
  return [...kind.gates, ...kind.recurrentBias].map((part) =>
    part === undefined ? zeros : parts[part] ?? zeros
  );
}

/** tfjs has no gradient for a split into one part. */
function split(x: tf.Tensor, parts: number): tf.Tensor[] {
  return parts === 1 ? [x] : tf.split(x, parts, 0);
}
