import type { Batch, Loss, tf } from "unroll";
import type { Case, Size, System } from "./case.ts";
import { trainingSteps } from "./training_steps.ts";

/** Numbers that a model and its batch are made of. */
export type Sizes = Readonly<Record<string, number>>;

/** What a training case is made of: embedding, head, loss and Adam (rate 0.001) are all part of its step. */
export interface TrainingCase<S extends Sizes> {
  name: string;
  target?: number;
  bf16Target?: number;
  sizes: S;
  tiny: S;
  model(sizes: S): tf.LayersModel;
  batch(sizes: S): Batch;
  loss: Loss;
  /** Multiplications of a forward pass; each goes with an addition, and twice as many of both come with the backward pass. */
  products(sizes: S): number;
}

const systems: readonly System[] = ["unroll", "keras", "keras-xla", "pytorch"];

/** A case whose step is a training step of `fit`. */
export function trainingCase<S extends Sizes>(parts: TrainingCase<S>): Case {
  const { name, target, bf16Target, sizes, tiny, model, batch, loss, products } = parts;
  return {
    name,
    target,
    bf16Target,
    step: `training step: ${Object.entries(sizes).map(([what, size]) => `${what} ${size}`).join(", ")}`,
    systems,
    precisions: ["f32", "bf16"],
    operations: 6 * products(sizes),
    prepare: (size: Size) => {
      const chosen = size === "full" ? sizes : tiny;
      return trainingSteps(model(chosen), batch(chosen), { loss });
    },
  };
}

/** Multiplications of a recurrent layer over a batch. */
export function recurrentProducts(
  { batch, steps, features, units, gates }: Record<
    "batch" | "steps" | "features" | "units" | "gates",
    number
  >,
): number {
  return batch * steps * (features + units) * gates * units;
}
