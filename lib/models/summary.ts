import type { tf } from "../engine/mod.ts";

/** One layer of a model. */
export interface SummaryRow {
  name: string;
  /** The layer's kind, such as `GRU`. */
  kind: string;
  /** Its output's shape; null stands for any size. A layer with several outputs has its first one's here. */
  shape: (number | null)[];
  parameters: number;
}

/** A model's layers and how many parameters it has. */
export interface Summary {
  rows: SummaryRow[];
  parameters: number;
  trainable: number;
}

/**
 * A model as a table.
 *
 * @param model any built model
 * @returns a row for each layer, input layers left out, and the totals
 * @throws {TypeError} when the model is not built yet
 * @example
 * ```ts
 * import { characterGRU, summary } from "unroll/models/mod.ts";
 * summary(characterGRU({ vocabularySize: 10, embedding: 4, units: 8 })).rows.length; // 3
 * ```
 */
export function summary(model: tf.LayersModel): Summary {
  if (!model.outputs?.length) {
    throw new TypeError("Cannot summarise a model as a built one: give its first layer an inputShape");
  }
  const rows = model.layers.filter((layer) => layer.getClassName() !== "InputLayer").map((layer) => ({
    name: layer.name,
    kind: layer.getClassName(),
    shape: firstShape(layer.outputShape),
    parameters: layer.countParams(),
  }));
  const sizes = model.trainableWeights.map(({ shape }) =>
    shape.reduce<number>((size, n) => size * (n ?? 1), 1)
  );
  return { rows, parameters: model.countParams(), trainable: sizes.reduce((a, b) => a + b, 0) };
}

function firstShape(shape: tf.Shape | tf.Shape[]): tf.Shape {
  return (Array.isArray(shape[0]) ? shape[0] : shape) as tf.Shape;
}
