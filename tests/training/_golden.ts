import assert from "node:assert/strict";
import { type History, type Loss, sparseCategoricalCrossentropy } from "../../lib/training/mod.ts";
import type { tf } from "./_engine.ts";

/** What make_golden.py says of a training. */
export interface Trained {
  history: Record<string, number[]>;
  weights: number[][];
}

/** The loss that it trains with. */
export const sparse: Loss = sparseCategoricalCrossentropy({ fromLogits: true });

/** Within a share of each value, or of 1 where it is smaller. */
export function assertClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  assert.equal(actual.length, expected.length);
  Array.from(actual).forEach((value, i) =>
    assert.ok(
      Math.abs(value - expected[i]!) <= tolerance * Math.max(1, Math.abs(expected[i]!)),
      `${value} ${expected[i]}`,
    )
  );
}

/** The history within 1e-5 and the weights within 1e-4 of Keras's. */
export function assertTrained(model: tf.LayersModel, history: History, expected: Trained): void {
  assert.deepEqual(Object.keys(history.metrics).sort(), Object.keys(expected.history).sort());
  for (const [name, values] of Object.entries(expected.history)) {
    assertClose(history.metrics[name]!, values, 1e-5);
  }
  model.getWeights().forEach((weight, i) => assertClose(weight.dataSync(), expected.weights[i]!, 1e-4));
}
