import { applyAdam, tf } from "../../engine/mod.ts";
import { type Rule, RuleOptimizer } from "./_rule_optimizer.ts";
import type { Optimizer } from "./optimizer.ts";
import type { OptimizerOptions } from "./optimizer_options.ts";

/** Adam's parameters. */
export interface AdamOptions extends OptimizerOptions {
  /** Step size. @default 0.001 */
  learningRate?: number;
  /** How slowly the mean gradient forgets. @default 0.9 */
  beta1?: number;
  /** How slowly the mean squared gradient forgets. @default 0.999 */
  beta2?: number;
  /** Keeps the division finite. @default 1e-7 */
  epsilon?: number;
}

/**
 * Adam: steps along the mean gradient, divided by the root of the mean squared one.
 *
 * `m += (g - m)(1 - beta1)`, `v += (g^2 - v)(1 - beta2)`, `w -= rate sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + epsilon)`
 *
 * @param options Keras 3's, in camelCase
 * @returns the optimizer
 * @throws {RangeError} when the learning rate is negative or not finite, or a clipping limit is not positive
 * @throws {TypeError} when more than one kind of clipping is asked for
 * @see Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2014; https://keras.io/api/optimizers/adam/
 * @example
 * ```ts
 * import { adam } from "unroll/training/mod.ts";
 * adam().learningRate; // 0.001
 * ```
 */
export function adam(options: AdamOptions = {}): Optimizer {
  return new RuleOptimizer(adamRule("adam", options), options.learningRate ?? 0.001, options);
}

/** Adam's update under a name of its own. */
export function adamRule(name: string, { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 }: AdamOptions): Rule {
  return {
    name,
    slots: ["momentum", "velocity"],
    rate: (rate, step) => correctedRate(rate, step, [beta1, beta2]),
    update({ variable, gradient }, [m, v], rate) {
      if (applyAdam({ variable, slots: [m!, v!], gradient }, { rate, beta1, beta2, epsilon })) return;
      m!.assign(tf.add(m!, tf.mul(tf.sub(gradient, m!), 1 - beta1)));
      v!.assign(tf.add(v!, tf.mul(tf.sub(tf.square(gradient), v!), 1 - beta2)));
      variable.assign(tf.sub(variable, tf.div(tf.mul(m!, rate), tf.add(tf.sqrt(v!), epsilon))));
    },
  };
}

function correctedRate(rate: tf.Tensor, step: tf.Tensor, [beta1, beta2]: [number, number]): tf.Tensor {
  const first = tf.sub(1, tf.pow(beta1, step)), second = tf.sub(1, tf.pow(beta2, step));
  return tf.div(tf.mul(rate, tf.sqrt(second)), first);
}
