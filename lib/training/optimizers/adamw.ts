import { RuleOptimizer } from "./_rule_optimizer.ts";
import { type AdamOptions, adamRule } from "./adam.ts";
import type { Optimizer } from "./optimizer.ts";

/**
 * Adam with decoupled weight decay: `w -= weightDecay * rate * w` before each of Adam's steps.
 *
 * @param options Adam's; `weightDecay` is 0.004 by default
 * @returns the optimizer
 * @throws {RangeError} when the learning rate is negative or not finite, or a clipping limit is not positive
 * @throws {TypeError} when more than one kind of clipping is asked for
 * @see Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019; https://keras.io/api/optimizers/adamw/
 * @example
 * ```ts
 * import { adamw } from "unroll/training/mod.ts";
 * const optimizer = adamw({ weightDecay: 0.01 });
 * ```
 */
export function adamw(options: AdamOptions = {}): Optimizer {
  const decayed = { weightDecay: 0.004, ...options };
  return new RuleOptimizer(adamRule("adamw", decayed), options.learningRate ?? 0.001, decayed);
}
