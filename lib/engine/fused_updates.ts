import { tf } from "./_tf.ts";
import { applyInPlace } from "./recording/in_place.ts";
import type { Attribute } from "./tensorflow/attributes.ts";
import { tensorflow } from "./tensorflow/backend.ts";
import { AttributeType } from "./tensorflow/types.ts";

/** A variable, what the optimizer remembers of it, and the loss's gradient by it, all float32 and of one shape. */
export interface Update {
  readonly variable: tf.Variable;
  readonly slots: readonly tf.Variable[];
  readonly gradient: tf.Tensor;
}

/**
 * Adam's update of one variable in one pass over its memory:
 * `m += (g - m)(1 - beta1)`, `v += (g² - v)(1 - beta2)`, `w -= rate m / (sqrt(v) + epsilon)`.
 *
 * @param update the variable; its slots are m and v
 * @param options `rate` is a scalar that has the bias correction in it already
 * @returns false where the backend has no such operation, and nothing was done
 * @throws {EngineError} when shapes differ
 * @see Kingma and Ba, 2014; TensorFlow's ResourceApplyAdam
 * @example
 * ```ts
 * import { applyAdam, tf, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * const variable = tf.variable(tf.ones([3])), gradient = tf.ones([3]), rate = tf.scalar(0.1);
 * const slot = () => tf.variable(tf.zeros([3]));
 * applyAdam({ variable, slots: [slot(), slot()], gradient }, { rate, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 });
 * ```
 */
export function applyAdam(
  update: Update,
  options: { rate: tf.Tensor; beta1: number; beta2: number; epsilon: number },
): boolean {
  const { rate, beta1, beta2, epsilon } = options;
  const power = 0; // the bias correction is in the rate
  return apply("ResourceApplyAdam", update, [power, power, rate, beta1, beta2, epsilon]);
}

/**
 * RMSprop's update of one variable in one pass:
 * `v = rho v + (1 - rho) g²`, `m = momentum m + rate g / sqrt(v + epsilon)`, `w -= m`.
 *
 * @param update the variable; its slots are v and m
 * @param options `rate` is a scalar
 * @returns false where the backend has no such operation, and nothing was done
 * @throws {EngineError} when shapes differ
 * @see TensorFlow's ResourceApplyRMSProp
 * @example
 * ```ts
 * import { applyRMSprop, tf, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * const variable = tf.variable(tf.ones([3])), gradient = tf.ones([3]), rate = tf.scalar(0.1);
 * const slot = () => tf.variable(tf.zeros([3]));
 * applyRMSprop({ variable, slots: [slot(), slot()], gradient }, { rate, rho: 0.9, momentum: 0, epsilon: 1e-7 });
 * ```
 */
export function applyRMSprop(
  update: Update,
  options: { rate: tf.Tensor; rho: number; momentum: number; epsilon: number },
): boolean {
  const { rate, rho, momentum, epsilon } = options;
  return apply("ResourceApplyRMSProp", update, [rate, rho, momentum, epsilon]);
}

/**
 * Gradient descent's update of one variable in one pass: `w -= rate g`.
 *
 * @param update the variable; it has no slots
 * @param options `rate` is a scalar
 * @returns false where the backend has no such operation, and nothing was done
 * @throws {EngineError} when shapes differ
 * @see TensorFlow's ResourceApplyGradientDescent
 * @example
 * ```ts
 * import { applySGD, tf, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * const variable = tf.variable(tf.ones([3])), gradient = tf.ones([3]), rate = tf.scalar(0.1);
 * applySGD({ variable, slots: [], gradient }, { rate });
 * ```
 */
export function applySGD(update: Update, { rate }: { rate: tf.Tensor }): boolean {
  return apply("ResourceApplyGradientDescent", update, [rate]);
}

/**
 * Gradient descent with momentum, in one pass: `m = momentum m - rate g`, `w += m`, or with Nesterov's look ahead
 * `w += momentum m - rate g`.
 *
 * @param update the variable; its slot is m
 * @param options `rate` is a scalar
 * @returns false where the backend has no such operation, and nothing was done
 * @throws {EngineError} when shapes differ
 * @see TensorFlow's ResourceApplyKerasMomentum
 * @example
 * ```ts
 * import { applyMomentum, tf, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * const variable = tf.variable(tf.ones([3])), gradient = tf.ones([3]), rate = tf.scalar(0.1);
 * const slot = () => tf.variable(tf.zeros([3]));
 * applyMomentum({ variable, slots: [slot()], gradient }, { rate, momentum: 0.9, nesterov: true });
 * ```
 */
export function applyMomentum(
  update: Update,
  options: { rate: tf.Tensor; momentum: number; nesterov: boolean },
): boolean {
  const look: Attribute = { name: "use_nesterov", type: AttributeType.bool, value: options.nesterov };
  return apply("ResourceApplyKerasMomentum", update, [options.rate, update.gradient, options.momentum], [
    look,
  ]);
}

/** The scalars go in order; the gradient last, unless it is among them. */
function apply(
  op: string,
  { variable, slots, gradient }: Update,
  scalars: readonly (number | tf.Tensor)[],
  attributes: readonly Attribute[] = [],
): boolean {
  if (!tensorflow() || variable.dtype !== "float32") return false;
  tf.tidy(() => {
    const inputs = scalars.map((value) => typeof value === "number" ? tf.scalar(value) : value);
    if (!inputs.includes(gradient)) inputs.push(gradient);
    applyInPlace(op, [variable, ...slots], inputs, attributes);
  });
  return true;
}
