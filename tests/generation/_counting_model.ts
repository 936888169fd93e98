import { tf } from "../../lib/engine/mod.ts";
import type { NextTokenModel } from "../../lib/generation/mod.ts";

/** After id i comes i + 1 (modulo `size`), by far; its state counts the steps of each row. */
export function countingModel(size: number): NextTokenModel<tf.Tensor> & { steps: number[][] } {
  const steps: number[][] = [];
  return {
    steps,
    start: (batch) => tf.zeros([batch]),
    step(ids, state) {
      steps.push([...ids]);
      const next = Array.from(ids, (id) => (id + 1) % size);
      return { logits: tf.oneHot(next, size).mul(50) as tf.Tensor2D, state: state.add(1) };
    },
  };
}
