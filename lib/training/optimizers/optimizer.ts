import type { tf } from "../../engine/mod.ts";
import type { OptimizerOptions } from "./optimizer_options.ts";

/** A variable and how the loss changes with it. */
export interface VariableGradient {
  variable: tf.Variable;
  /** Of the variable's shape. */
  gradient: tf.Tensor;
}

/** One tensor that an optimizer remembers for one variable, such as Adam's first moment. */
export interface Slot {
  name: string;
  variable: tf.Variable;
}

/** All that an optimizer remembers: put back, it goes on as if it had never stopped. */
export interface OptimizerState {
  /** Which optimizer made it: `adam`, `rmsprop`, ... */
  name: string;
  learningRate: number;
  /** How many steps were taken: a scalar. */
  iterations: tf.Variable;
  /** In the order of the variables, the slots of one variable together. */
  slots: Slot[];
}

/** What `setState` takes: `state()` with plain numbers in place of variables. */
export interface SavedOptimizerState {
  /** Which optimizer it is of. */
  name: string;
  /** The rate at that time. */
  learningRate: number;
  /** How many steps were taken. */
  iterations: number;
  /** In the same order, with float32 values. */
  slots: { name: string; shape: number[]; values: Float32Array }[];
}

/** Changes variables along their gradients; one object serves one model. */
export interface Optimizer {
  readonly name: string;
  /** What it was made with. */
  readonly settings: Readonly<OptimizerOptions>;
  /** Takes effect with the next step, also in a recorded one. */
  learningRate: number;
  /** Makes the slots of these variables; variables seen before keep theirs. */
  build(variables: readonly tf.Variable[]): void;
  /** One step: clips, decays, updates, counts. Reads nothing back, so that it can be recorded. */
  apply(gradients: readonly VariableGradient[]): void;
  /** What it remembers; the live variables, not copies. */
  state(): OptimizerState;
  /** Puts a state back, after `build`. */
  setState(state: SavedOptimizerState): void;
  /** Frees the slots. */
  dispose(): void;
}
