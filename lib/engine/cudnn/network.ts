import { tf } from "../_tf.ts";
import { differentiable, isTaped } from "../onednn/_differentiable.ts";
import {
  cudnnBackward,
  cudnnForward,
  type CudnnInputs,
  type CudnnNetwork,
  type CudnnOutputs,
} from "./operations.ts";

/** What a run of a network reads; the carry is missing where the network has none. */
export interface NetworkInputs extends Omit<CudnnInputs, "c" | "lengths"> {
  readonly c?: tf.Tensor;
  /** @default every step of every sequence */
  readonly lengths?: tf.Tensor;
}

/** Which of y, h and c are wanted. */
export type Shown = readonly [y: boolean, h: boolean, c: boolean];

/**
 * One run of a network, with gradients to x, the parameters and the states.
 *
 * @param network which one
 * @param inputs what it reads
 * @param shown which of y, h and c to give: gradients of the others are not asked for
 * @returns those of [y, h, c] that are shown
 */
export function runNetwork(network: CudnnNetwork, inputs: NetworkInputs, shown: Shown): tf.Tensor[] {
  const { x, parameters, h, c, lengths } = inputs;
  return differentiable([x, parameters, h, ...c ? [c] : []], (save) => {
    const all = { x, parameters, h, c: c ?? tf.scalar(0), lengths: lengths ?? everyStep(x) };
    const outputs = cudnnForward(network, all, isTaped());
    save([x, parameters, h, all.c, all.lengths, ...outputs]);
    return outputs.slice(0, 3).filter((_, index) => shown[index]);
  }, (gradients, saved) => {
    const given = [...gradients], seen = shown.map((isShown) => isShown ? given.shift() : undefined);
    const { dx, dParameters, dh, dc } = backward(network, saved, seen);
    return [lengths ? hidePadding(dx, lengths) : dx, dParameters, dh, ...c ? [dc] : []];
  });
}

/** Gradients from those of y, h and c, zeros where missing. */
function backward(
  network: CudnnNetwork,
  [x, parameters, h, c, lengths, ...rest]: tf.Tensor[],
  given: readonly (tf.Tensor | undefined)[],
): { dx: tf.Tensor; dParameters: tf.Tensor; dh: tf.Tensor; dc: tf.Tensor } {
  const outputs = rest as CudnnOutputs, inputs = { x: x!, parameters: parameters!, h: h!, c: c! };
  const gradients = given.map((gradient, index) => gradient ?? tf.zerosLike(outputs[index]!));
  const [dx, dh, dc, dParameters] = cudnnBackward(
    network,
    { ...inputs, lengths: lengths! },
    outputs,
    gradients as [tf.Tensor, tf.Tensor, tf.Tensor],
  );
  return { dx, dParameters, dh, dc };
}

/** Lengths that stay in the host's memory, where the operation reads them. [B] */
function everyStep(x: tf.Tensor): tf.Tensor {
  const [batch, steps] = x.shape as [number, number];
  return tf.tensor1d(new Int32Array(batch).fill(steps), "int32");
}

/** Zeros behind the lengths, where cuDNN promises nothing. [B, T, F] */
function hidePadding(dx: tf.Tensor, lengths: tf.Tensor): tf.Tensor {
  const [batch, steps] = dx.shape as [number, number];
  const ends = tf.reshape(tf.cast(lengths, "float32"), [batch, 1, 1]);
  const counts = tf.less(tf.reshape(tf.range(0, steps), [1, steps, 1]), ends); // [B, T, 1]
  return tf.where(counts, dx, tf.scalar(0));
}
