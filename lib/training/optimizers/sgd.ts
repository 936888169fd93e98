import { applyMomentum, applySGD, tf } from "../../engine/mod.ts";
import { type Rule, RuleOptimizer } from "./_rule_optimizer.ts";
import type { Optimizer } from "./optimizer.ts";
import type { OptimizerOptions } from "./optimizer_options.ts";

/** Gradient descent's parameters. */
export interface SGDOptions extends OptimizerOptions {
  /** Step size. @default 0.01 */
  learningRate?: number;
  /** How much of the last step is added to this one. @default 0 */
  momentum?: number;
  /** Nesterov's look ahead; needs momentum. @default false */
  nesterov?: boolean;
}

/**
 * Stochastic gradient descent: `w -= rate g`, with momentum `m = momentum m - rate g`, `w += m`.
 *
 * @param options Keras 3's, in camelCase
 * @returns the optimizer
 * @throws {RangeError} when momentum is outside [0, 1], the learning rate is negative or not finite, or a clipping limit is not positive
 * @throws {TypeError} when more than one kind of clipping is asked for
 * @see https://keras.io/api/optimizers/sgd/
 * @example
 * ```ts
 * import { sgd } from "unroll/training/mod.ts";
 * const optimizer = sgd({ learningRate: 0.1, momentum: 0.9, nesterov: true });
 * ```
 */
export function sgd(options: SGDOptions = {}): Optimizer {
  const { momentum = 0 } = options;
  if (!(momentum >= 0 && momentum <= 1)) {
    throw new RangeError(`Cannot set momentum as a share in [0, 1]: ${momentum}`);
  }
  return new RuleOptimizer(sgdRule(options), options.learningRate ?? 0.01, options);
}

function sgdRule({ momentum = 0, nesterov = false }: SGDOptions): Rule {
  return {
    name: "sgd",
    slots: momentum > 0 ? ["momentum"] : [],
    update({ variable, gradient }, [moved], rate) {
      if (moved && applyMomentum({ variable, slots: [moved], gradient }, { rate, momentum, nesterov })) {
        return;
      }
      if (!moved && applySGD({ variable, slots: [], gradient }, { rate })) return;
      const change = tf.mul(gradient, tf.neg(rate));
      if (!moved) return variable.assign(tf.add(variable, change));
      moved.assign(tf.add(tf.mul(moved, momentum), change));
      const step = nesterov ? tf.add(tf.mul(moved, momentum), change) : moved;
      variable.assign(tf.add(variable, step));
    },
  };
}
