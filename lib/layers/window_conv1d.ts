// Long because tfjs asks one class for a layer's weights, shapes and configuration together.
import { tf } from "../engine/mod.ts";
import { getInitializer, type Initializer } from "./_initializers.ts";
import { largestOfWindows } from "./_largest_of_windows.ts";
import { asList } from "./_lists.ts";
import { register } from "./_register.ts";
import { type Identifier, serialized } from "./_resolve.ts";

type Shape = (number | null)[];

/** Arguments of {@link windowConv1d}. */
export interface WindowConv1DOptions extends NonNullable<ConstructorParameters<typeof tf.layers.Layer>[0]> {
  /** F: how many filters. */
  filters: number;
  /** K: samples that a filter sees. */
  kernelSize: number;
  /** Samples of a window, `kernelSize` at least. */
  windowLength: number;
  /** Samples from one window to the next. */
  hopLength: number;
  /** @default "glorotUniform" */
  kernelInitializer?: Identifier<Initializer>;
  /** Seed of the initialiser, if it has none of its own. */
  seed?: number;
}

/** The layer that {@link windowConv1d} makes. */
export class WindowConv1D extends tf.layers.Layer {
  /** What a saved model calls it; neither Keras nor stock tfjs has such a layer. */
  static className = "WindowConv1D";
  readonly #sizes: Pick<WindowConv1DOptions, "filters" | "kernelSize" | "windowLength" | "hopLength">;
  readonly #initializer: Initializer;
  #kernel!: tf.LayerVariable;
  #bias!: tf.LayerVariable;

  constructor(options: WindowConv1DOptions) {
    super(options);
    const { filters, kernelSize, windowLength, hopLength } = options;
    this.#sizes = { filters, kernelSize, windowLength, hopLength };
    for (const [name, size] of Object.entries(this.#sizes)) {
      if (!Number.isInteger(size) || size < 1) {
        throw new RangeError(`Cannot use ${name} as a whole number above zero: ${size}`);
      }
    }
    if (windowLength < kernelSize) {
      throw new RangeError(
        `Cannot convolve windows as at least ${kernelSize} samples long: they have ${windowLength}`,
      );
    }
    this.#initializer = getInitializer(options.kernelInitializer, "glorotUniform", options.seed);
    this.inputSpec = [new tf.InputSpec({ ndim: 3, axes: { 2: 1 } })];
  }

  override build(_inputShape: Shape | Shape[]): void {
    const { filters, kernelSize } = this.#sizes, zeros = tf.initializers.zeros();
    const start = this.#initializer;
    this.#kernel = this.addWeight("kernel", [kernelSize, 1, filters], "float32", start, undefined, true);
    this.#bias = this.addWeight("bias", [filters], "float32", zeros, undefined, true);
    this.built = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const x = asList(inputs)[0]!, { filters, kernelSize, windowLength, hopLength } = this.#sizes;
      const [batch, length] = x.shape as [number, number, number];
      const kernel = tf.reshape(this.#kernel.read(), [kernelSize, filters]) as tf.Tensor2D;
      const largest = largestOfWindows(tf.reshape(x, [batch, length]) as tf.Tensor2D, kernel, {
        places: windowLength - kernelSize + 1,
        hopLength,
        windows: this.#windows(length),
      });
      return tf.add(largest, this.#bias.read()); // the bias is the same at every place
    });
  }

  #windows(length: number): number {
    const { windowLength, hopLength } = this.#sizes;
    if (length >= windowLength) return Math.floor((length - windowLength) / hopLength) + 1;
    throw new RangeError(
      `Cannot run ${this.name} as on ${windowLength} samples or more: its input has ${length}`,
    );
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape {
    const [batch, length] = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as Shape;
    return [batch!, length == null ? null : this.#windows(length), this.#sizes.filters];
  }

  override getConfig(): tf.serialization.ConfigDict {
    const kernelInitializer = serialized(this.#initializer);
    return { ...super.getConfig(), ...this.#sizes, kernelInitializer } as tf.serialization.ConfigDict;
  }
}

/**
 * Filters on a waveform, of which each window keeps the largest output: `y[t, f] = max_p sum_k x[t * hopLength + p + k] W[k, 0, f] +
 * b[f]` over the `windowLength - kernelSize + 1` places p of a filter in a window. The same numbers as a `conv1d` and a `maxPooling1d`
 * of that size behind one another, in a quarter of the time.
 *
 * @param options filters, their length, the windows
 * @returns a layer from [B, N, 1] to [B, floor((N - windowLength) / hopLength) + 1, F]; weights: kernel [K, 1, F], bias [F], as `conv1d`'s
 * @throws {RangeError} when a size is no whole number above zero, a window is shorter than a filter, or, when it runs, the input
 * shorter than a window
 * @example
 * ```ts
 * import { tf } from "unroll/engine/mod.ts";
 * import { windowConv1d } from "unroll/layers/mod.ts";
 * const layer = windowConv1d({ filters: 40, kernelSize: 401, windowLength: 560, hopLength: 160 });
 * const features = layer.apply(tf.zeros([2, 16_000, 1])) as tf.Tensor; // [2, 97, 40]
 * ```
 */
export function windowConv1d(options: WindowConv1DOptions): tf.layers.Layer {
  register(WindowConv1D);
  return new WindowConv1D(options);
}
