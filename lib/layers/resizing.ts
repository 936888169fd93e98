import { tf } from "../engine/mod.ts";
import { asList } from "./_lists.ts";
import { register } from "./_register.ts";

type Shape = (number | null)[];

/** Arguments of {@link resizing}. */
export interface ResizingOptions extends NonNullable<ConstructorParameters<typeof tf.layers.Layer>[0]> {
  /** Rows of the result. */
  height: number;
  /** Columns of the result. */
  width: number;
  /** @default "bilinear" */
  interpolation?: "bilinear" | "nearest";
}

/** The layer that {@link resizing} makes. */
export class Resizing extends tf.layers.Layer {
  /** What a saved model calls it; stock tfjs's layer of this name aligns corners, and gives other numbers. */
  static className = "Resizing";
  readonly #height: number;
  readonly #width: number;
  readonly #interpolation: "bilinear" | "nearest";

  constructor(options: ResizingOptions) {
    super(options);
    const { height, width, interpolation = "bilinear" } = options;
    for (const size of [height, width]) {
      if (!Number.isInteger(size) || size < 1) {
        throw new RangeError(`Cannot resize as whole numbers above zero: ${height} x ${width}`);
      }
    }
    if (interpolation !== "bilinear" && interpolation !== "nearest") {
      throw new TypeError(`Cannot resize as bilinear or nearest: "${String(interpolation)}"`);
    }
    this.#height = height;
    this.#width = width;
    this.#interpolation = interpolation;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const x = asList(inputs)[0] as tf.Tensor3D | tf.Tensor4D;
      this.#check(x.shape);
      const size: [number, number] = [this.#height, this.#width];
      return this.#interpolation === "bilinear"
        ? tf.image.resizeBilinear(x, size, false, true)
        : tf.image.resizeNearestNeighbor(x, size, false, true);
    });
  }

  #check(shape: Shape): void {
    if (shape.length === 3 || shape.length === 4) return;
    throw new TypeError(
      `Cannot resize as [batch, height, width, channels] or [height, width, channels]: the input is [${shape}]`,
    );
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as Shape;
    this.#check(shape);
    return [...shape.slice(0, -3), this.#height, this.#width, shape.at(-1)!];
  }

  override getConfig(): tf.serialization.ConfigDict {
    const [height, width, interpolation] = [this.#height, this.#width, this.#interpolation];
    return { ...super.getConfig(), height, width, interpolation };
  }
}

/**
 * Resizes pictures as Keras does: pixels have their centres at half numbers, and nothing is smoothed when they shrink.
 *
 * @param options the new size
 * @returns a layer from [B, h, w, C] to [B, height, width, C], or the same without B
 * @throws {RangeError} when a size is no whole number above zero
 * @throws {TypeError} when the interpolation is not known
 * @see https://keras.io/api/layers/preprocessing_layers/image_preprocessing/resizing/
 * @example
 * ```ts
 * import { tf } from "unroll/engine/mod.ts";
 * import { resizing } from "unroll/layers/mod.ts";
 * const small = resizing({ height: 32, width: 32 }).apply(tf.zeros([1, 124, 129, 1])) as tf.Tensor; // [1, 32, 32, 1]
 * ```
 */
export function resizing(options: ResizingOptions): tf.layers.Layer {
  register(Resizing);
  return new Resizing(options);
}
