import { boolAttribute, floatType, stringAttribute } from "../tensorflow/make_attributes.ts";
import { tf } from "../_tf.ts";
import type { Attribute } from "../tensorflow/attributes.ts";
import { tensorflow } from "../tensorflow/backend.ts";
import { DataType } from "../tensorflow/types.ts";
import type { CudnnKind } from "./kinds.ts";

/** Which network, one way or both. */
export interface CudnnNetwork {
  readonly kind: CudnnKind;
  readonly bidirectional: boolean;
}

/** What TensorFlow's operation reads. */
export interface CudnnInputs {
  /** [B, T, F] */
  readonly x: tf.Tensor;
  /** [D, B, H], D is 2 with both directions. */
  readonly h: tf.Tensor;
  /** [D, B, H]; a scalar that nobody reads where there is no carry. */
  readonly c: tf.Tensor;
  /** The buffer of all weights. */
  readonly parameters: tf.Tensor;
  /** int32 [B], each from 1 to T: steps that count, from the first on. */
  readonly lengths: tf.Tensor;
}

/** What it makes: y [B, T, D * H], zeros behind the length; h and c like the inputs; two that the gradient wants to see. */
export type CudnnOutputs = [y: tf.Tensor, h: tf.Tensor, c: tf.Tensor, reserve: tf.Tensor, host: tf.Tensor];

/** Gradients to x, h, c and the parameters. */
export type CudnnGradients = [x: tf.Tensor, h: tf.Tensor, c: tf.Tensor, parameters: tf.Tensor];

/**
 * TensorFlow's `CudnnRNNV3`. Sequences are batch-major, as Keras has them: then TensorFlow always asks cuDNN for padded input and
 * output. Time-major it would do so only where a length is shorter than the sequence, and keep what it asked first for all later
 * calls of that shape (`ShouldUsePaddedIO`, `GetCachedRnnDescriptor`).
 *
 * @param network which one
 * @param inputs what it reads
 * @param training keep what the gradient needs
 * @see https://github.com/tensorflow/tensorflow/blob/master/tensorflow/core/kernels/cudnn_rnn_ops.cc
 */
export function cudnnForward(network: CudnnNetwork, inputs: CudnnInputs, training: boolean): CudnnOutputs {
  const [y, h, c, reserve, host] = run("CudnnRNNV3", forwardAttributes(network, training), listOf(inputs), 5);
  return [y!, turned(h!), turned(c!), reserve!, host!];
}

/**
 * TensorFlow's `CudnnRNNBackpropV3`.
 *
 * @param network which one
 * @param inputs what the forward run read
 * @param outputs what it made, for training
 * @param gradients to y, h and c
 */
export function cudnnBackward(
  network: CudnnNetwork,
  inputs: CudnnInputs,
  outputs: CudnnOutputs,
  gradients: [y: tf.Tensor, h: tf.Tensor, c: tf.Tensor],
): CudnnGradients {
  const [y, h, c, reserve, host] = outputs, [dy, dh, dc] = gradients;
  const made = [y, turned(h), turned(c)], given = [dy, turned(dh), turned(dc)];
  const all = [...listOf(inputs), ...made, ...given, reserve, host];
  const [dx, dh0, dc0, dParameters] = run("CudnnRNNBackpropV3", attributesOf(network), all, 4);
  return [dx!, turned(dh0!), turned(dc0!), dParameters!];
}

function listOf({ x, h, c, parameters, lengths }: CudnnInputs): tf.Tensor[] {
  return [x, turned(h), turned(c), parameters, lengths];
}

/**
 * States have the shape [B, D, H] in a batch-major operation, but TensorFlow hands their memory to cuDNN as it is, and that
 * takes it as [D, B, H]: so the shape changes here and no value moves.
 */
function turned(state: tf.Tensor): tf.Tensor {
  const [first, second, units] = state.shape;
  return state.rank === 3 ? tf.reshape(state, [second!, first!, units!]) : state;
}

/** The attributes of `CudnnRNNV3`. */
export function forwardAttributes(network: CudnnNetwork, training: boolean): Attribute[] {
  return [...attributesOf(network), boolAttribute("is_training", training)];
}

function attributesOf({ kind, bidirectional }: CudnnNetwork): Attribute[] {
  return [
    floatType,
    stringAttribute("rnn_mode", kind.mode),
    stringAttribute("input_mode", "linear_input"),
    stringAttribute("direction", bidirectional ? "bidirectional" : "unidirectional"),
    boolAttribute("time_major", false),
  ];
}

/** tfjs has no int8: the one output of that type passes as a tensor whose values nobody may read. */
function run(
  op: string,
  attributes: readonly Attribute[],
  inputs: readonly tf.Tensor[],
  outputs: number,
): tf.Tensor[] {
  const { machine, backend } = tensorflow()!;
  const made = machine.execute(op, attributes, backend.getInputTensorIds(inputs), outputs);
  return made.map((info) =>
    backend.createOutputTensor({ ...info, dtype: info.dtype === DataType.int8 ? DataType.uint8 : info.dtype })
  );
}
