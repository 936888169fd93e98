import { tf } from "../../engine/mod.ts";
import { checkClipping, clipGradients } from "./_clip_gradients.ts";
import type { Optimizer, OptimizerState, SavedOptimizerState, Slot, VariableGradient } from "./optimizer.ts";
import type { OptimizerOptions } from "./optimizer_options.ts";

/** What differs between optimizers. */
export interface Rule {
  name: string;
  /** Names of the tensors remembered for each variable. */
  slots: readonly string[];
  /** The rate of this step, once for all variables; `step` is 1 at the first step. */
  rate?(rate: tf.Tensor, step: tf.Tensor): tf.Tensor;
  /** Assigns the variable and its slots. */
  update(one: VariableGradient, slots: tf.Variable[], rate: tf.Tensor): void;
}

/** An optimizer of a rule: clipping, decay, slots, counting and state are the same for all of them. */
export class RuleOptimizer implements Optimizer {
  readonly name: string;
  #rule: Rule;
  #options: OptimizerOptions;
  #learningRate: number;
  #rate?: tf.Variable;
  #iterations?: tf.Variable;
  #slots = new Map<tf.Variable, tf.Variable[]>();

  constructor(rule: Rule, learningRate: number, options: OptimizerOptions) {
    checkClipping(options);
    checkRate(learningRate);
    [this.name, this.#rule, this.#options, this.#learningRate] = [rule.name, rule, options, learningRate];
  }

  get settings(): Readonly<OptimizerOptions> {
    return this.#options;
  }

  get learningRate(): number {
    return this.#learningRate;
  }

  set learningRate(value: number) {
    checkRate(value);
    this.#learningRate = value;
    assignScalar(this.#rate, value);
  }

  build(variables: readonly tf.Variable[]): void {
    this.#rate ??= scalarVariable(this.#learningRate);
    this.#iterations ??= scalarVariable(0);
    for (const variable of variables) {
      if (this.#slots.has(variable)) continue;
      this.#slots.set(variable, this.#rule.slots.map(() => zeros(variable)));
    }
  }

  apply(gradients: readonly VariableGradient[]): void {
    this.build(gradients.map(({ variable }) => variable));
    tf.tidy(() => {
      const step = tf.add(this.#iterations!, 1), rate = this.#rule.rate?.(this.#rate!, step) ?? this.#rate!;
      const clipped = clipGradients(gradients.map(({ gradient }) => gradient), this.#options);
      gradients.forEach(({ variable }, i) => {
        const decay = this.#decayOf(variable);
        this.#rule.update({ variable, gradient: clipped[i]! }, this.#slots.get(variable)!, rate);
        if (decay) variable.assign(tf.sub(variable, decay));
      });
      this.#iterations!.assign(step as tf.Scalar);
    });
  }

  /** What decay takes off: a share of the weight as it was before the step, so that the order of the two does not matter. */
  #decayOf(variable: tf.Variable): tf.Tensor | null {
    const { weightDecay = 0 } = this.#options;
    return weightDecay === 0 ? null : tf.mul(variable, tf.mul(this.#rate!, weightDecay));
  }

  state(): OptimizerState {
    this.build([]);
    const slots = [...this.#slots.values()].flatMap((list) =>
      list.map((variable, i): Slot => ({ name: this.#rule.slots[i]!, variable }))
    );
    return { name: this.name, learningRate: this.#learningRate, iterations: this.#iterations!, slots };
  }

  setState(state: SavedOptimizerState): void {
    const mine = this.state().slots;
    checkState(this.name, mine, state);
    this.learningRate = state.learningRate;
    assignScalar(this.#iterations, state.iterations);
    state.slots.forEach(({ values, shape }, i) => {
      tf.tidy(() => mine[i]!.variable.assign(tf.tensor(values, shape)));
    });
  }

  dispose(): void {
    this.#rate?.dispose();
    this.#iterations?.dispose();
    for (const list of this.#slots.values()) list.forEach((slot) => slot.dispose());
    this.#slots.clear();
    this.#rate = this.#iterations = undefined;
  }
}

function zeros(variable: tf.Variable): tf.Variable {
  return tf.tidy(() => tf.variable(tf.zeros(variable.shape), false));
}

function scalarVariable(value: number): tf.Variable {
  return tf.tidy(() => tf.variable(tf.scalar(value), false));
}

function assignScalar(variable: tf.Variable | undefined, value: number): void {
  tf.tidy(() => variable?.assign(tf.scalar(value)));
}

function checkRate(rate: number): void {
  if (!(rate >= 0 && Number.isFinite(rate))) {
    throw new RangeError(`Cannot set the learning rate as a finite number >= 0: ${rate}`);
  }
}

function checkState(name: string, mine: Slot[], state: SavedOptimizerState): void {
  if (state.name !== name) {
    throw new TypeError(`Cannot restore the state as ${name}'s: it is ${state.name}'s`);
  }
  const fits = mine.length === state.slots.length && mine.every(({ name, variable }, i) => {
    const other = state.slots[i]!;
    return other.name === name && other.shape.join() === variable.shape.join();
  });
  if (fits) return;
  throw new TypeError(
    `Cannot restore ${name}'s state as that of this model's ${mine.length} slots: it has ${state.slots.length}, or other shapes`,
  );
}
