import { applyRMSprop, tf } from "../../engine/mod.ts";
import { type Rule, RuleOptimizer } from "./_rule_optimizer.ts";
import type { Optimizer } from "./optimizer.ts";
import type { OptimizerOptions } from "./optimizer_options.ts";

/** RMSprop's parameters. */
export interface RMSpropOptions extends OptimizerOptions {
  /** Step size. @default 0.001 */
  learningRate?: number;
  /** How slowly the mean squared gradient forgets. @default 0.9 */
  rho?: number;
  /** How much of the last step is added to this one. @default 0 */
  momentum?: number;
  /** Keeps the division finite. @default 1e-7 */
  epsilon?: number;
  /** Divides by the variance instead of the mean square. @default false */
  centered?: boolean;
}

/**
 * RMSprop: divides each gradient by the root of its mean square.
 *
 * `v = rho v + (1 - rho) g^2`, `w -= rate g / sqrt(v + epsilon)`
 *
 * @param options Keras 3's, in camelCase
 * @returns the optimizer
 * @throws {RangeError} when the learning rate is negative or not finite, or a clipping limit is not positive
 * @throws {TypeError} when more than one kind of clipping is asked for
 * @see Tieleman and Hinton, "Lecture 6.5", 2012; https://keras.io/api/optimizers/rmsprop/
 * @example
 * ```ts
 * import { rmsprop } from "unroll/training/mod.ts";
 * rmsprop().learningRate; // 0.001
 * ```
 */
export function rmsprop(options: RMSpropOptions = {}): Optimizer {
  return new RuleOptimizer(rmspropRule(options), options.learningRate ?? 0.001, options);
}

function rmspropRule({ rho = 0.9, momentum = 0, epsilon = 1e-7, centered = false }: RMSpropOptions): Rule {
  const forget = (kept: tf.Variable, fresh: tf.Tensor) =>
    kept.assign(tf.add(tf.mul(kept, rho), tf.mul(fresh, 1 - rho)));
  return {
    name: "rmsprop",
    slots: ["velocity", "momentum", ...(centered ? ["average"] : [])],
    update({ variable, gradient }, [velocity, moved, average], rate) {
      const slots = [velocity!, moved!], options = { rate, rho, momentum, epsilon };
      if (!average && applyRMSprop({ variable, slots, gradient }, options)) return;
      forget(velocity!, tf.square(gradient));
      if (average) forget(average, gradient);
      const spread = average ? tf.sub(velocity!, tf.square(average)) : velocity!;
      const change = tf.div(tf.mul(rate, gradient), tf.sqrt(tf.add(spread, epsilon)));
      moved!.assign(tf.add(tf.mul(moved!, momentum), change));
      variable.assign(tf.sub(variable, moved!));
    },
  };
}
