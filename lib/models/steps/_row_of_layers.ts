import { tf } from "../../engine/mod.ts";
import { type Recurrent, recurrentParts } from "./_recurrent_parts.ts";

type Layers = readonly tf.layers.Layer[];

/**
 * The layers of a model that is a row of them, without its input's.
 *
 * @throws {TypeError} when it is something else
 */
export function rowOfLayers(model: tf.LayersModel, unit: "token" | "frame"): Layers {
  if (model instanceof tf.Sequential) {
    return model.layers.filter((layer) => layer.getClassName() !== "InputLayer");
  }
  throw new TypeError(
    `Cannot run ${model.name} one ${unit} at a time as a row of layers: it is not a tf.sequential`,
  );
}

/** H of each state of these layers. */
export function stateSizes(layers: Layers): number[] {
  return layers.flatMap((layer) => {
    const parts = recurrentParts(layer);
    return parts ? new Array<number>(parts.stateCount).fill(parts.units) : [];
  });
}

/** A value and the states of one recurrent layer -> the value that the next layer reads, and the states after. */
export type RecurrentStep = (
  parts: Recurrent,
  value: tf.Tensor,
  states: tf.Tensor[],
) => { value: tf.Tensor; states: tf.Tensor[] };

/** The first layer's input and all states [B, H] -> the last one's output, and the states after. */
export function runRow(
  layers: Layers,
  first: tf.Tensor,
  state: tf.Tensor[],
  step: RecurrentStep,
): tf.Tensor[] {
  const next: tf.Tensor[] = [];
  let value = first;
  for (const layer of layers) {
    const parts = recurrentParts(layer);
    if (!parts) {
      value = layer.apply(value) as tf.Tensor;
      continue;
    }
    const after = step(parts, value, state.slice(next.length, next.length + parts.stateCount));
    next.push(...after.states);
    value = after.value;
  }
  return [value, ...next];
}
