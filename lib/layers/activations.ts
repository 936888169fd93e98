import { tf } from "../engine/mod.ts";

/** An activation and its slope, written in terms of its own output so that a step keeps one tensor, not two. */
export interface Activation {
  readonly name: string;
  apply(x: tf.Tensor): tf.Tensor;
  /** dy/dx from y. */
  slope(y: tf.Tensor): tf.Tensor;
}

type Pair = Omit<Activation, "name">;

const seluAlpha = 1.6732632423543772, seluScale = 1.0507009873554805, leak = 0.2;
const isAbove = (y: tf.Tensor, low: number): tf.Tensor => tf.cast(tf.greater(y, low), "float32");
const isBetween = (y: tf.Tensor, low: number, high: number): tf.Tensor =>
  tf.cast(tf.logicalAnd(tf.greater(y, low), tf.less(y, high)), "float32");

/**
 * Keras 3's activations that a gate can have.
 *
 * Porting note: `hardSigmoid` is Keras 3's relu6(x + 3) / 6; stock tfjs still has Keras 2's clip(0.2 x + 0.5).
 */
const activations: Readonly<Record<string, Pair>> = {
  linear: { apply: (x) => tf.clone(x), slope: (y) => tf.onesLike(y) },
  sigmoid: { apply: (x) => tf.sigmoid(x), slope: (y) => tf.mul(y, tf.sub(1, y)) },
  tanh: { apply: (x) => tf.tanh(x), slope: (y) => tf.sub(1, tf.square(y)) },
  relu: { apply: (x) => tf.relu(x), slope: (y) => isAbove(y, 0) },
  relu6: { apply: (x) => tf.clipByValue(x, 0, 6), slope: (y) => isBetween(y, 0, 6) },
  leakyRelu: {
    apply: (x) => tf.leakyRelu(x, leak),
    slope: (y) => tf.add(leak, tf.mul(1 - leak, isAbove(y, 0))),
  },
  hardSigmoid: {
    apply: (x) => tf.clipByValue(tf.add(tf.div(x, 6), 0.5), 0, 1),
    slope: (y) => tf.div(isBetween(y, 0, 1), 6),
  },
  softplus: { apply: (x) => tf.softplus(x), slope: (y) => tf.sub(1, tf.exp(tf.neg(y))) },
  softsign: {
    apply: (x) => tf.div(x, tf.add(1, tf.abs(x))),
    slope: (y) => tf.square(tf.sub(1, tf.abs(y))),
  },
  exponential: { apply: (x) => tf.exp(x), slope: (y) => tf.clone(y) },
  elu: { apply: (x) => tf.elu(x), slope: (y) => tf.add(1, tf.minimum(y, 0)) },
  selu: {
    apply: (x) => tf.selu(x),
    slope: (y) => tf.where(tf.greater(y, 0), tf.fill(y.shape, seluScale), tf.add(y, seluScale * seluAlpha)),
  },
};

/**
 * Finds an activation by Keras's name, in camelCase or snake_case.
 *
 * @param name its name; `null` means none (linear), `undefined` the fallback
 * @param fallback what is taken where there is no name
 * @returns the activation and its slope
 * @throws {TypeError} when there is no such activation
 * @see https://keras.io/api/layers/activations/
 * @example
 * ```ts
 * import { getActivation } from "unroll/layers/mod.ts";
 * getActivation("hard_sigmoid").name; // "hardSigmoid"
 * ```
 */
export function getActivation(name: string | null | undefined, fallback = "linear"): Activation {
  const key = (name === undefined ? fallback : name ?? "linear").replace(
    /_(\w)/g,
    (_, letter) => letter.toUpperCase(),
  );
  const pair = activations[key];
  if (!pair) {
    throw new TypeError(
      `Cannot use activation as one of ${Object.keys(activations).join(", ")}: "${name}"`,
    );
  }
  return { name: key, ...pair };
}
