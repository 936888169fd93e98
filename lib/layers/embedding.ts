import { sumRows, tf } from "../engine/mod.ts";
import { getInitializer, type Initializer } from "./_initializers.ts";
import { asList } from "./_lists.ts";
import { register } from "./_register.ts";
import { type Identifier, resolve, serialized } from "./_resolve.ts";
import type { Constraint, Regularizer } from "./recurrent_options.ts";

type Shape = (number | null)[];
type LayerOptions = NonNullable<ConstructorParameters<typeof tf.layers.Layer>[0]>;

/** Arguments of {@link embedding}. */
export interface EmbeddingOptions extends LayerOptions {
  /** V: numbers in the input are below it. */
  inputDim: number;
  /** D: size of a row. */
  outputDim: number;
  /** @default "randomUniform", in [-0.05, 0.05) */
  embeddingsInitializer?: Identifier<Initializer>;
  /** Penalty on the rows. @default null */
  embeddingsRegularizer?: Identifier<Regularizer> | null;
  /** What the rows are held to after each step. @default null */
  embeddingsConstraint?: Identifier<Constraint> | null;
  /** Number 0 is padding: layers behind this one skip it. @default false */
  maskZero?: boolean;
  /** Length of the input, where it is fixed. */
  inputLength?: number | number[] | null;
  /** Seed of the initialiser, if it has none of its own. */
  seed?: number;
}

/** The layer that {@link embedding} makes. */
export class Embedding extends tf.layers.Layer {
  /** What a saved model calls it: stock tfjs has the same layer. */
  static className = "Embedding";
  readonly maskZero: boolean;
  readonly #inputDim: number;
  readonly #outputDim: number;
  readonly #inputLength: number | number[] | null;
  readonly #initializer: Initializer;
  readonly #regularizer: Regularizer | null;
  readonly #constraint: Constraint | null;
  #embeddings!: tf.LayerVariable;

  constructor(options: EmbeddingOptions) {
    super(withInputShape(options));
    for (const size of [options.inputDim, options.outputDim]) {
      if (!Number.isInteger(size) || size < 1) {
        throw new RangeError(
          `Cannot embed as [inputDim, outputDim] above zero: [${options.inputDim}, ${options.outputDim}]`,
        );
      }
    }
    const { embeddingsRegularizer: regularizer, embeddingsConstraint: constraint } = options;
    this.#inputDim = options.inputDim;
    this.#outputDim = options.outputDim;
    this.#inputLength = options.inputLength ?? null;
    this.maskZero = this.supportsMasking = options.maskZero ?? false;
    this.#initializer = getInitializer(options.embeddingsInitializer, "randomUniform", options.seed);
    this.#regularizer = regularizer ? resolve(regularizer, "embeddingsRegularizer") : null;
    this.#constraint = constraint ? resolve(constraint, "embeddingsConstraint") : null;
  }

  override build(_inputShape: Shape | Shape[]): void {
    this.#embeddings = this.addWeight(
      "embeddings",
      [this.#inputDim, this.#outputDim],
      "float32",
      this.#initializer,
      this.#regularizer ?? undefined,
      true,
      this.#constraint ?? undefined,
      () => tf.initializers.zeros(),
    );
    this.built = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const numbers = asList(inputs)[0]!;
      const rows = lookUp(this.#embeddings.read(), tf.cast(tf.reshape(numbers, [-1]), "int32"));
      return tf.reshape(rows, [...numbers.shape, this.#outputDim]);
    });
  }

  override computeMask(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return this.maskZero
      ? tf.tidy(() => tf.notEqual(tf.cast(asList(inputs)[0]!, "int32"), tf.scalar(0, "int32")))
      : null as unknown as tf.Tensor;
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape {
    return [...(Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as Shape, this.#outputDim];
  }

  override getConfig(): tf.serialization.ConfigDict {
    return {
      ...super.getConfig(),
      inputDim: this.#inputDim,
      outputDim: this.#outputDim,
      embeddingsInitializer: serialized(this.#initializer),
      embeddingsRegularizer: serialized(this.#regularizer),
      activityRegularizer: null,
      embeddingsConstraint: serialized(this.#constraint),
      maskZero: this.maskZero,
      inputLength: this.#inputLength,
    } as tf.serialization.ConfigDict;
  }
}

/** The rows of a table; their gradients are summed by row, natively and without tfjs's transpositions. */
function lookUp(table: tf.Tensor, numbers: tf.Tensor): tf.Tensor {
  const op = tf.customGrad((...args) => {
    const [table, save] = args as [tf.Tensor, (tensors: tf.Tensor[]) => void], rows = table.shape[0]!;
    save([numbers]);
    return {
      value: tf.gather(table, numbers as tf.Tensor1D),
      gradFunc: (dy: tf.Tensor, [numbers]: tf.Tensor[]) => sumRows(dy, { numbers: numbers!, rows }),
    };
  });
  return op(table);
}

function withInputShape(options: EmbeddingOptions): LayerOptions {
  if (options.inputShape || options.batchInputShape) return options;
  const length = options.inputLength == null ? [null] : asList(options.inputLength);
  return { ...options, batchInputShape: [options.batchSize ?? null, ...length] };
}

/**
 * Turns whole numbers into rows of a table that is learnt.
 *
 * @param options size of the table, initialiser, whether 0 is padding
 * @returns a layer from [B, T] to [B, T, D]; weights: the table [V, D]
 * @throws {RangeError} when a size is no whole number above zero
 * @throws {TypeError} when the initialiser, regulariser or constraint is not known
 * @throws {EngineError} on a native engine, when a number of the input is not in [0, V)
 * @see https://keras.io/api/layers/core_layers/embedding/
 * @example
 * ```ts
 * import { tf } from "unroll/engine/mod.ts";
 * import { embedding } from "unroll/layers/mod.ts";
 * const rows = embedding({ inputDim: 66, outputDim: 256 }).apply(tf.zeros([2, 5], "int32")) as tf.Tensor; // [2, 5, 256]
 * ```
 */
export function embedding(options: EmbeddingOptions): tf.layers.Layer {
  register(Embedding);
  return new Embedding(options);
}
