import type { tf } from "../engine/mod.ts";
import type { FitOptions } from "./fit_options.ts";

/** Throws where a model or options can't be trained with. */
export function checkFit(
  model: tf.LayersModel,
  { epochs, initialEpoch = 0, metrics = [] }: FitOptions,
): void {
  if (!(Number.isInteger(epochs) && epochs >= 0)) {
    throw new RangeError(`Cannot train as a whole number of epochs >= 0: ${epochs}`);
  }
  if (!(Number.isInteger(initialEpoch) && initialEpoch >= 0)) {
    throw new RangeError(`Cannot train from an epoch as a whole number >= 0: ${initialEpoch}`);
  }
  if (model.outputs.length !== 1) {
    throw new TypeError(`Cannot train a model as one with one output: it has ${model.outputs.length}`);
  }
  if (model.trainableWeights.length === 0) {
    throw new TypeError("Cannot train a model as one with trainable weights: it has none");
  }
  const names = ["loss", ...metrics.map(({ name }) => name)];
  if (new Set(names).size !== names.length) {
    throw new TypeError(`Cannot log metrics as names of their own: ${names.join(", ")}`);
  }
}
