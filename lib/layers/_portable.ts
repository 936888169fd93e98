import { type SeedGenerator, tf } from "../engine/mod.ts";
import type { MakeCell } from "./_cell.ts";
import type { Activation } from "./activations.ts";
import { dropoutMask } from "./_dropout_mask.ts";
import { recurrence } from "./_recurrence.ts";

/** What the run of a layer needs to know of it. */
export interface RunnableLayer {
  readonly units: number;
  readonly gates: number;
  readonly stateCount: number;
  readonly makeCell: MakeCell;
  readonly activation: Activation;
  readonly recurrentActivation: Activation;
  readonly returnSequences: boolean;
  readonly returnState: boolean;
  readonly goBackwards: boolean;
  readonly stateful: boolean;
  readonly zeroOutputForMask: boolean;
  readonly dropout: number;
  readonly recurrentDropout: number;
  noiseSeed(): SeedGenerator;
  inputKernel(): tf.Tensor;
  inputBias(): tf.Tensor | undefined;
  cellWeights(): tf.Tensor[];
}

/** One call of a layer. */
export interface LayerCall {
  /** [B, T, F] */
  readonly x: tf.Tensor;
  /** Initial state; zeros where missing. */
  readonly states: tf.Tensor[] | undefined;
  /** [B, T]: not zero where a step counts. */
  readonly mask: tf.Tensor | undefined;
  readonly training: boolean;
}

/** What a call gives. */
export interface LayerRun {
  /** [B, T, H], or [B, H] without `returnSequences`. */
  readonly output: tf.Tensor;
  /** The state after the last step; empty where nobody asked for it. */
  readonly states: tf.Tensor[];
  /** The output is in the input's order, although the layer runs backwards. */
  readonly inInputOrder: boolean;
}

/**
 * Runs a layer with tfjs operations alone, on any backend: one input projection for all steps, then the cell's loop.
 *
 * @param layer the layer
 * @param call input, initial state, mask
 * @returns Keras's output and states
 */
export function portable(layer: RunnableLayer, call: LayerCall): LayerRun {
  const [batch, time] = call.x.shape as [number, number], { units, stateCount } = layer;
  const turned = (x: tf.Tensor): tf.Tensor => layer.goBackwards ? tf.reverse(x, 1) : x;
  const x = turned(call.x), mask = call.mask && turned(tf.cast(call.mask, "bool"));
  const states = call.states ?? Array.from({ length: stateCount }, () => tf.zeros([batch, units]));
  const wantsStates = layer.returnState || layer.stateful, withCarry = wantsStates && stateCount === 2;
  const noise = call.training ? makeNoise(layer, x) : { input: [], recurrent: [] };
  const all = recurrence(
    layer.makeCell,
    { x: project(layer, x, noise.input), states, weights: layer.cellWeights() },
    { ...layer, noise: noise.recurrent, sequence: layer.returnSequences, withCarry, mask },
  ); // [B, T or 1, H], and the carry behind it
  const steps = layer.returnSequences ? time : 1;
  const step = (index: number): tf.Tensor =>
    tf.reshape(tf.slice(all, [0, index, 0], [batch, 1, units]), [batch, units]);
  const shown = layer.returnSequences
    ? withCarry ? tf.slice(all, [0, 0, 0], [batch, time, units]) : all
    : step(0);
  return {
    output: mask ? hideMasked(layer, shown, mask, call.states !== undefined) : shown,
    states: wantsStates ? [step(steps - 1), ...withCarry ? [step(steps)] : []] : [],
    inInputOrder: !layer.goBackwards,
  };
}

/** x · W + b, [B, T, F] -> [B, T, G * H]; with recurrent dropout Keras thins the input for each gate on its own. */
function project(layer: RunnableLayer, x: tf.Tensor, noise: tf.Tensor[]): tf.Tensor {
  const [batch, time, features] = x.shape as [number, number, number];
  const rows = (x: tf.Tensor): tf.Tensor => tf.reshape(x, [batch * time, features]);
  const kernel = layer.inputKernel(), bias = layer.inputBias();
  const parts = noise.length > 1 ? tf.split(kernel, noise.length, 1) : [kernel];
  const products = parts.map((part, gate) =>
    tf.matMul(rows(noise[gate] ? tf.mul(x, tf.expandDims(noise[gate], 1)) : x), part)
  );
  const product = products.length > 1 ? tf.concat(products, 1) : products[0]!;
  return tf.reshape(bias ? tf.add(product, bias) : product, [batch, time, kernel.shape[1]!]);
}

/** Keras's masks: one for the input, or with recurrent dropout one a gate for the input and one a gate for the state. */
function makeNoise(layer: RunnableLayer, x: tf.Tensor): { input: tf.Tensor[]; recurrent: tf.Tensor[] } {
  const [batch, , features] = x.shape as [number, number, number];
  const masks = (count: number, size: number, share: number): tf.Tensor[] =>
    share > 0
      ? Array.from({ length: count }, () => dropoutMask([batch, size], share, layer.noiseSeed()))
      : [];
  return {
    input: masks(layer.recurrentDropout > 0 ? layer.gates : 1, features, layer.dropout),
    recurrent: masks(layer.gates, layer.units, layer.recurrentDropout),
  };
}

/**
 * A masked step shows the output of the step before it; before the first step that counts Keras shows zeros, even where
 * an initial state was given. With `zeroOutputForMask` every masked step shows zeros.
 */
function hideMasked(layer: RunnableLayer, shown: tf.Tensor, mask: tf.Tensor, started: boolean): tf.Tensor {
  const counts = tf.cast(mask, "float32"); // [B, T]
  if (layer.zeroOutputForMask && layer.returnSequences) return tf.mul(shown, tf.expandDims(counts, 2));
  if (!started) return shown;
  const seen = layer.returnSequences ? tf.cumsum(counts, 1) : tf.sum(counts, 1, true);
  const factor = tf.cast(tf.greater(seen, 0), "float32");
  return tf.mul(shown, layer.returnSequences ? tf.expandDims(factor, 2) : factor);
}
