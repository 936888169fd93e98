import { cudnnRecurrent, type KindName, oneDNNRecurrent, tf } from "../engine/mod.ts";
import { compact } from "./_compact.ts";
import { dropoutMask } from "./_dropout_mask.ts";
import { type NativePath, nativePath } from "./_native_path.ts";
import type { LayerCall, LayerRun, RunnableLayer } from "./_portable.ts";

/** What the native run of a layer needs to know of it besides. */
export interface NativeLayer extends RunnableLayer {
  /** The native network with this layer's equation, if there is one. */
  readonly nativeKind: KindName | undefined;
  /** The bias as that network has it, [G' * H]. */
  nativeBias(): tf.Tensor | undefined;
}

/**
 * Runs a layer on oneDNN, or on a GPU on cuDNN.
 *
 * @param layer the layer
 * @param call input, initial state, mask
 * @returns Keras's output and states; nothing where the native network can't do what is asked: another engine, other
 * activations, recurrent dropout, an empty batch, on oneDNN the carry of a masked sequence
 */
export function native(layer: NativeLayer, call: LayerCall): LayerRun | undefined {
  const found = nativePath(layer.nativeKind), { x, mask, training } = call;
  const states = layer.returnState || layer.stateful, noisy = training && layer.recurrentDropout > 0;
  if (!found || noisy || x.size === 0) return undefined;
  const { kind, path } = found;
  if (path === "onednn" && mask && states && layer.stateCount > 1) return undefined;
  const thinned = training && layer.dropout > 0 ? tf.mul(x, inputNoise(layer, x)) : x;
  const weights = nativeWeights(layer);
  if (mask) return masked(layer, { ...call, x: thinned, mask }, weights, found);
  const options = { kind, sequence: layer.returnSequences, states, reversed: layer.goBackwards };
  const run = path === "cudnn" ? cudnnRecurrent : oneDNNRecurrent;
  const { y, after } = run({ x: thinned, before: call.states, ...weights }, options);
  return { output: y ?? after[0]!, states: states ? [...after] : [], inInputOrder: true };
}

/** One mask for all steps, [B, 1, F]. */
function inputNoise(layer: NativeLayer, x: tf.Tensor): tf.Tensor {
  return dropoutMask([x.shape[0]!, 1, x.shape[2]!], layer.dropout, layer.noiseSeed());
}

type Weights = { kernel: tf.Tensor; recurrentKernel: tf.Tensor; bias: tf.Tensor | undefined };

/** A layer's weights as the engine's networks take them. */
export function nativeWeights(layer: NativeLayer): Weights {
  return {
    kernel: layer.inputKernel(),
    recurrentKernel: layer.cellWeights()[0]!,
    bias: layer.nativeBias(),
  };
}

/** Moves the steps that count to the front, runs over them, and puts the outputs where Keras has them. */
function masked(
  layer: NativeLayer,
  { x, mask, states: before }: LayerCall & { mask: tf.Tensor },
  weights: Weights,
  { kind, path }: NativePath,
): LayerRun {
  const steps = compact(mask, layer.goBackwards), tensors = { x: steps.toFront(x), before, ...weights };
  const { y, after } = path === "cudnn"
    ? cudnnRecurrent({ ...tensors, lengths: steps.lengths() }, { kind, states: true }) // it runs over no padding
    : oneDNNRecurrent(tensors, { kind });
  const ends = after.length > 0 ? after.map(steps.orZeros) : [steps.last(y!)];
  const kept = layer.returnState || layer.stateful ? ends : [];
  return {
    output: layer.returnSequences ? steps.spread(y!, layer.zeroOutputForMask) : ends[0]!,
    states: before ? kept.map((end, i) => steps.orBefore(end, before[i]!)) : kept,
    inInputOrder: true,
  };
}
