import type { tf } from "../engine/mod.ts";
import type { Activation } from "./activations.ts";

/** What a step leaves behind for its gradient. */
export interface Step {
  /** The state after the step: [h] or [h, c], each [B, H]. */
  readonly state: tf.Tensor[];
  /** Whatever else {@link Cell.backward} wants to see again. */
  readonly kept: tf.Tensor[];
}

/** What the gradient of a step gives. */
export interface StepGradient {
  /** Gradient to the projected input, [B, G * H]. */
  readonly dx: tf.Tensor;
  /** Gradient to the recurrent product, where it differs from `dx`. */
  readonly inner?: tf.Tensor;
  /** Gradients to the state before the step. */
  readonly dState: tf.Tensor[];
}

/** One step with everything known about it, for the weight gradients. */
export interface PastStep extends Step, StepGradient {
  /** The state before the step. */
  readonly before: tf.Tensor[];
}

/** Picks a tensor [B, *] of each step and stacks the steps as rows: [T * B, *]. */
export type Rows = (pick: (step: PastStep) => tf.Tensor) => tf.Tensor;

/** One time step of a recurrent layer, its equation and its gradient, with the weights at hand. */
export interface Cell {
  /** x is the projected input x · W + b, [B, G * H]. */
  forward(x: tf.Tensor, state: tf.Tensor[]): Step;
  backward(dState: tf.Tensor[], step: Step, before: tf.Tensor[]): StepGradient;
  /** Gradients to the cell's own weights, summed over all steps at once. */
  weightGradients(rows: Rows): tf.Tensor[];
}

/** What a cell is made with beside its weights. */
export interface CellOptions {
  /** Of the candidate and of the output. */
  readonly activation: Activation;
  /** Of the gates. */
  readonly recurrentActivation: Activation;
  /** Recurrent dropout: one mask [B, H] a gate; none where empty. */
  readonly noise: tf.Tensor[];
}

/** Makes a cell: weights are the recurrent kernel and whatever the cell has beside it. */
export type MakeCell = (weights: tf.Tensor[], options: CellOptions) => Cell;
