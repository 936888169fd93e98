import { cudnnRecurrent, oneDNNRecurrent, tf } from "../engine/mod.ts";
import { type NativeLayer, nativeWeights } from "./_native.ts";
import { nativePath } from "./_native_path.ts";

/**
 * Moves the state of a layer on by one step: natively where that can be done, else by the cell.
 *
 * @param layer the layer
 * @param x [B, F]
 * @param states [h] or [h, c], each [B, H]
 * @returns the state after the step; its first tensor is the output
 */
export function oneStep(layer: NativeLayer, x: tf.Tensor, states: tf.Tensor[]): tf.Tensor[] {
  const found = nativePath(layer.nativeKind);
  if (!found) return byCell(layer, x, states);
  const { kind, path } = found;
  const run = path === "cudnn" ? cudnnRecurrent : oneDNNRecurrent;
  const { after } = run(
    { x: tf.expandDims(x, 1), before: states, ...nativeWeights(layer) },
    { kind, sequence: false, states: true },
  );
  return [...after];
}

function byCell(layer: NativeLayer, x: tf.Tensor, states: tf.Tensor[]): tf.Tensor[] {
  const product = tf.matMul(x as tf.Tensor2D, layer.inputKernel() as tf.Tensor2D), bias = layer.inputBias();
  const { activation, recurrentActivation } = layer;
  const cell = layer.makeCell(layer.cellWeights(), { activation, recurrentActivation, noise: [] });
  return cell.forward(bias ? tf.add(product, bias) : product, states).state;
}
