import { tf } from "../engine/mod.ts";

/** What a model says about a batch, and which positions of it count. */
export interface Forward {
  output: tf.Tensor;
  /** The mask that reached the output, as from `Embedding({ maskZero })`; null without one. */
  mask: tf.Tensor | null;
}

interface Passed {
  value: tf.Tensor;
  mask: tf.Tensor | null;
}

/**
 * Runs a model and keeps the mask of its output.
 *
 * Porting note: tfjs's own executor forgets the output's mask, and hands a mask on to layers behind the one that ended it.
 */
export function forward(model: tf.LayersModel, inputs: tf.Tensor[], { training = false } = {}): Forward {
  const known = new Map<number, Passed>();
  model.inputs.forEach((symbol, i) => known.set(symbol.id, { value: inputs[i]!, mask: null }));
  const visit = (symbol: tf.SymbolicTensor): Passed => {
    if (known.has(symbol.id)) return known.get(symbol.id)!;
    const passed = runLayer(symbol.sourceLayer, symbol.inputs.map(visit), training);
    siblings(symbol).forEach(({ id }, i) => known.set(id, passed[i]!));
    return known.get(symbol.id)!;
  };
  const { value, mask } = visit(model.outputs[0]!);
  return { output: value, mask };
}

/** All outputs of the call that made this one. */
function siblings(symbol: tf.SymbolicTensor): tf.SymbolicTensor[] {
  const nodes = symbol.sourceLayer.inboundNodes;
  return nodes.find(({ outputTensors }) => outputTensors.some(({ id }) => id === symbol.id))!.outputTensors;
}

function runLayer(layer: tf.layers.Layer, fed: Passed[], training: boolean): Passed[] {
  const values = fed.map(({ value }) => value), masks = fed.map(({ mask }) => mask) as tf.Tensor[];
  const masked = masks.find((mask) => mask) !== undefined;
  const made = asList(
    layer.apply(values, { training, ...(masked ? { mask: masks[0] } : {}) }) as tf.Tensor | tf.Tensor[],
  );
  const after = layer.supportsMasking ? asList(layer.computeMask(values, masks)) : [];
  return made.map((value, i) => ({ value, mask: i === 0 ? after[0] ?? null : null }));
}

function asList<T>(items: T | T[]): T[] {
  return Array.isArray(items) ? items : [items];
}
