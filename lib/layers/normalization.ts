// Long because tfjs asks one class for a layer's weights, shapes and configuration together, and Keras counts what it has seen.
import { tf } from "../engine/mod.ts";
import { asList } from "./_lists.ts";
import { register } from "./_register.ts";

type Shape = (number | null)[];

/** Arguments of {@link normalization}. */
export interface NormalizationOptions extends NonNullable<ConstructorParameters<typeof tf.layers.Layer>[0]> {
  /** Axes whose positions have a mean and variance each; `null` for one of each in all. @default -1 */
  axis?: number | number[] | null;
  /** Turn normalised values back. @default false */
  invert?: boolean;
  /** Known means, in place of `adapt`: one, or one for each position. */
  mean?: number | number[] | null;
  /** Known variances. */
  variance?: number | number[] | null;
}

/**
 * The layer that {@link normalization} makes.
 *
 * @example
 * ```ts
 * import { tf } from "unroll/engine/mod.ts";
 * import { normalization } from "unroll/layers/mod.ts";
 * const layer = normalization({ axis: null });
 * layer.adapt(tf.tensor2d([[1, 3], [5, 7]])); // mean 4, variance 5
 * ```
 */
export class Normalization extends tf.layers.Layer {
  /** What a saved model calls it. */
  static className = "Normalization";
  readonly #options: Required<Pick<NormalizationOptions, "axis" | "invert" | "mean" | "variance">>;
  #keptShape: number[] = [];
  #kept: number[] = [];
  #rank = 0;
  /** tfjs itself puts the layer's name before the weights' only when it builds the layer. */
  #prefix = "";
  #mean!: tf.LayerVariable;
  #variance!: tf.LayerVariable;
  #count: tf.LayerVariable | undefined;

  constructor(options: NormalizationOptions = {}) {
    super(options);
    const { axis = -1, invert = false, mean = null, variance = null } = options;
    if ((mean === null) !== (variance === null)) {
      throw new TypeError(
        `Cannot normalise as mean and variance together: mean ${mean}, variance ${variance}`,
      );
    }
    this.#options = { axis, invert, mean, variance };
    this.supportsMasking = true;
  }

  override build(inputShape: Shape | Shape[]): void {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as Shape;
    this.#rank = shape.length;
    this.#kept = keptAxes(this.#options.axis, shape);
    this.#keptShape = this.#kept.map((axis) => shape[axis]!);
    const add = (name: string, value: number | number[] | null, fallback: number): tf.LayerVariable =>
      this.addWeight(
        this.#prefix + name,
        this.#keptShape,
        "float32",
        startAt(value ?? fallback),
        undefined,
        false,
      );
    this.#mean = add("mean", this.#options.mean, 0);
    this.#variance = add("variance", this.#options.variance, 1);
    if (this.#options.mean === null) {
      this.#count = this.addWeight(
        `${this.#prefix}count`,
        [],
        "int32",
        tf.initializers.zeros(),
        undefined,
        false,
      );
    }
    this.built = true;
  }

  /**
   * Takes mean and variance from data.
   *
   * @param data a tensor, or batches of it, each of the input's shape
   * @throws {TypeError} when there is no batch, a shape differs, or the layer was given its mean
   */
  adapt(data: tf.Tensor | Iterable<tf.Tensor>): void {
    if (this.#options.mean !== null) {
      throw new TypeError(`Cannot adapt ${this.name} as a layer without a mean: it was given one`);
    }
    let total: Moments | undefined;
    for (const batch of data instanceof tf.Tensor ? [data] : data) {
      if (!this.built) {
        this.#prefix = `${this.name}/`;
        this.build(batch.shape);
      }
      this.#check(batch.shape);
      const found = this.#moments(batch);
      total = total ? combine(total, found) : found;
    }
    if (!total) throw new TypeError(`Cannot adapt ${this.name} as a layer with data: there is no batch`);
    const { mean, variance, count } = total;
    tf.tidy(() => {
      this.#mean.write(tf.tensor(Float32Array.from(mean), this.#keptShape));
      this.#variance.write(tf.tensor(Float32Array.from(variance), this.#keptShape));
      this.#count!.write(tf.scalar(Math.min(count, 2 ** 31 - 1), "int32"));
    });
  }

  #check(shape: number[]): void {
    const sizes = this.#kept.map((axis) => shape[axis]);
    if (shape.length === this.#rank && sizes.every((size, i) => size === this.#keptShape[i])) return;
    throw new TypeError(
      `Cannot normalise as rank ${this.#rank} with [${this.#keptShape}] on axes [${this.#kept}]: the shape is [${shape}]`,
    );
  }

  #moments(batch: tf.Tensor): Moments {
    return tf.tidy(() => {
      const others = batch.shape.map((_, axis) => axis).filter((axis) => !this.#kept.includes(axis));
      const { mean, variance } = tf.moments(batch, others);
      const count = others.reduce((product, axis) => product * batch.shape[axis]!, 1);
      return { mean: [...mean.dataSync()], variance: [...variance.dataSync()], count };
    });
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const x = tf.cast(asList(inputs)[0]!, "float32");
      this.#check(x.shape);
      const shape = x.shape.map((_, axis) => this.#kept.includes(axis) ? x.shape[axis]! : 1);
      const mean = tf.reshape(this.#mean.read(), shape);
      const deviation = tf.maximum(tf.sqrt(tf.reshape(this.#variance.read(), shape)), 1e-7);
      return this.#options.invert ? tf.add(mean, tf.mul(x, deviation)) : tf.div(tf.sub(x, mean), deviation);
    });
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape | Shape[] {
    return inputShape;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), ...this.#options } as tf.serialization.ConfigDict;
  }
}

interface Moments {
  mean: number[];
  variance: number[];
  count: number;
}

/** Mean and variance of two lots together. */
function combine(a: Moments, b: Moments): Moments {
  const count = a.count + b.count, share = b.count / count;
  const mean = a.mean.map((value, i) => value + (b.mean[i]! - value) * share);
  const spread = (each: Moments, i: number): number => each.variance[i]! + (each.mean[i]! - mean[i]!) ** 2;
  return { mean, variance: mean.map((_, i) => spread(a, i) * (1 - share) + spread(b, i) * share), count };
}

function keptAxes(axis: number | number[] | null, shape: Shape): number[] {
  const axes = axis === null ? [] : asList(axis);
  const kept = axes.map((each) => each < 0 ? each + shape.length : each).sort((a, b) => a - b);
  for (const each of kept) {
    if (shape[each] == null) {
      throw new TypeError(
        `Cannot normalise along axis ${each} as one of known size: the input is [${shape}]`,
      );
    }
  }
  return kept;
}

type Initializer = ReturnType<typeof tf.initializers.zeros>;

/** Known values as an initialiser; one value for all positions, or one for each. */
function startAt(value: number | number[]): Initializer {
  const initializer: Pick<Initializer, "apply"> = {
    apply: (shape) =>
      typeof value === "number" ? tf.fill(shape as number[], value) : tf.tensor(value, shape as number[]),
  };
  return initializer as Initializer;
}

/**
 * Shifts and scales values to mean 0 and variance 1, with numbers that `adapt` took from data before training.
 *
 * @param options axes, or known means and variances
 * @returns a layer that keeps the shape; its weights, none trained, are mean, variance and count (Keras's order)
 * @throws {TypeError} when only one of mean and variance is given
 * @see https://keras.io/api/layers/preprocessing_layers/numerical/normalization/
 * @example
 * ```ts
 * import { tf } from "unroll/engine/mod.ts";
 * import { normalization } from "unroll/layers/mod.ts";
 * const layer = normalization({ axis: null });
 * layer.adapt(tf.tensor1d([1, 2, 3]));
 * (layer.apply(tf.tensor1d([2])) as tf.Tensor).print(); // 0
 * ```
 */
export function normalization(options: NormalizationOptions = {}): Normalization {
  register(Normalization);
  return new Normalization(options);
}
