import { sizeOf } from "../core/mod.ts";
import { typeAttribute } from "./tensorflow/make_attributes.ts";
import { runOperation } from "./tensorflow/run_operation.ts";
import { tf } from "./_tf.ts";
import { tensorflow } from "./tensorflow/backend.ts";
import { DataType } from "./tensorflow/types.ts";

/** Where the numbers start: a whole number, or a generator that moves on with every draw. */
export type Seed = number | SeedGenerator;

/** A seed that moves on: its state is a variable, so that a recorded step draws other numbers each time. */
export interface SeedGenerator {
  /** [seed, number of draws so far], int32 [2]: what a checkpoint keeps. */
  readonly state: tf.Variable;
  /** The seed of the next draw, int32 [2]. */
  next(): tf.Tensor;
  dispose(): void;
}

/** Bounds of a uniform draw. */
export interface UniformOptions {
  /** @default 0 */
  low?: number;
  /** Not reached. @default 1 */
  high?: number;
  /** Where the numbers come from: a generator gives others at each call. */
  seed: Seed;
}

/** A normal draw. */
export interface NormalOptions {
  /** @default 0 */
  mean?: number;
  /** @default 1 */
  standardDeviation?: number;
  /** Where the numbers come from: a generator gives others at each call. */
  seed: Seed;
}

/**
 * Makes a seed that moves on with every draw, as Keras's `SeedGenerator`.
 *
 * @param seed where it starts, a whole number of 32 bits
 * @returns the generator; its variable is freed by `dispose`
 * @throws {RangeError} when the seed is not a whole number of 32 bits
 * @example
 * ```ts
 * import { dropout, seedGenerator, tf, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * dropout(tf.ones([2, 3]), 0.5, { seed: seedGenerator(7) }).print();
 * ```
 */
export function seedGenerator(seed: number): SeedGenerator {
  checkSeed(seed);
  const state = tf.tidy(() => tf.variable(tf.tensor1d([seed, 0], "int32"), false));
  return {
    state,
    next: () =>
      tf.tidy(() => {
        const seed = tf.clone(state);
        state.assign(tf.add(state, tf.tensor1d([0, 1], "int32")));
        return seed;
      }),
    dispose: () => state.dispose(),
  };
}

/**
 * Draws from the uniform distribution over [low, high), float32. The same seed gives the same numbers; on the TensorFlow backend
 * they come from its Philox generator, elsewhere from tfjs's.
 *
 * @param shape the tensor's shape
 * @param options bounds and seed
 * @returns the draws
 * @throws {RangeError} when the seed is not a whole number of 32 bits
 * @example
 * ```ts
 * import { randomUniform, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * randomUniform([2, 3], { low: -1, high: 1, seed: 7 }).print();
 * ```
 */
export function randomUniform(shape: number[], { low = 0, high = 1, seed }: UniformOptions): tf.Tensor {
  if (!tensorflow()) return tf.randomUniform(shape, low, high, "float32", numberOf(seed));
  return tf.tidy(() => {
    const unit = draw("StatelessRandomUniform", shape, seed);
    return low === 0 && high === 1 ? unit : tf.add(tf.mul(unit, high - low), low);
  });
}

/**
 * Draws from a normal distribution, float32.
 *
 * @param shape the tensor's shape
 * @param options mean, standard deviation and seed
 * @returns the draws
 * @throws {RangeError} when the seed is not a whole number of 32 bits
 * @example
 * ```ts
 * import { randomNormal, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * randomNormal([2, 3], { standardDeviation: 0.05, seed: 7 }).print();
 * ```
 */
export function randomNormal(shape: number[], options: NormalOptions): tf.Tensor {
  const { mean = 0, standardDeviation = 1, seed } = options;
  if (!tensorflow()) return tf.randomNormal(shape, mean, standardDeviation, "float32", numberOf(seed));
  return tf.tidy(() => tf.add(tf.mul(draw("StatelessRandomNormal", shape, seed), standardDeviation), mean));
}

/**
 * Draws from a normal distribution without its tails: nothing lies further than two standard deviations from the mean.
 *
 * @param shape the tensor's shape
 * @param options mean, standard deviation and seed
 * @returns the draws
 * @throws {RangeError} when the seed is not a whole number of 32 bits
 * @example
 * ```ts
 * import { truncatedNormal, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * truncatedNormal([2, 3], { seed: 7 }).print();
 * ```
 */
export function truncatedNormal(shape: number[], options: NormalOptions): tf.Tensor {
  const { mean = 0, standardDeviation = 1, seed } = options;
  if (!tensorflow()) return tf.truncatedNormal(shape, mean, standardDeviation, "float32", numberOf(seed));
  return tf.tidy(() =>
    tf.add(tf.mul(draw("StatelessTruncatedNormal", shape, seed), standardDeviation), mean)
  );
}

/** One of TensorFlow's stateless draws: it depends on its seed alone. */
function draw(op: string, shape: number[], seed: Seed): tf.Tensor {
  const sizes = tf.tensor1d(shape, "int32");
  const start = typeof seed === "number" ? tf.tensor1d([checkSeed(seed), 0], "int32") : seed.next();
  const types = [typeAttribute("dtype", DataType.float32), typeAttribute("Tseed", DataType.int32)];
  const [values] = runOperation(op, [...types, typeAttribute("T", DataType.int32)], [sizes, start]);
  return sizeOf(shape) === 0 ? tf.zeros(shape) : values!;
}

/** tfjs's own generators take a number: a moving seed gives its count times a large odd step. */
function numberOf(seed: Seed): number {
  if (typeof seed === "number") return checkSeed(seed);
  return tf.tidy(() => {
    const [start, count] = seed.next().dataSync();
    return start! + count! * 0x9e3779b1;
  });
}

function checkSeed(seed: number): number {
  if (Number.isInteger(seed) && Math.abs(seed) < 2 ** 31) return seed;
  throw new RangeError(`Cannot seed as a whole number of 32 bits: ${seed}`);
}

/** Which positions share a mask value, and the seed. */
export interface DropoutOptions {
  /** Of x's rank; axes of size 1 share one draw. @default x's shape */
  noiseShape?: number[];
  /** Where the numbers come from: a generator gives others at each call. */
  seed: Seed;
}

/**
 * Sets each value to zero with probability `rate`, and divides the others by `1 - rate`.
 *
 * @param x [...], float32
 * @param rate in [0, 1)
 * @param options which positions share their fate, and the seed: a generator gives another mask at each call
 * @returns [...], x's shape
 * @throws {RangeError} when the rate is outside [0, 1)
 * @see Srivastava et al., "Dropout", 2014; https://keras.io/api/layers/regularization_layers/dropout/
 * @example
 * ```ts
 * import { dropout, tf, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * dropout(tf.ones([2, 3]), 0.5, { seed: 7 }).print();
 * ```
 */
export function dropout(
  x: tf.Tensor,
  rate: number,
  { noiseShape = x.shape, seed }: DropoutOptions,
): tf.Tensor {
  if (!(rate >= 0 && rate < 1)) throw new RangeError(`Cannot drop values with a rate in [0, 1): ${rate}`);
  if (rate === 0) return tf.clone(x);
  return tf.tidy(() => {
    const kept = tf.greaterEqual(randomUniform(noiseShape, { seed }), rate);
    return tf.mul(x, tf.mul(tf.cast(kept, "float32"), 1 / (1 - rate)));
  });
}
