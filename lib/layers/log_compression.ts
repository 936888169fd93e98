import { tf } from "../engine/mod.ts";
import { asList } from "./_lists.ts";
import { register } from "./_register.ts";

type Shape = (number | null)[];

/** Arguments of {@link logCompression}. */
export interface LogCompressionOptions extends NonNullable<ConstructorParameters<typeof tf.layers.Layer>[0]> {
  /** Added before the logarithm is taken, so that nothing becomes `log(offset)`. @default 0.01 */
  offset?: number;
}

/** The layer that {@link logCompression} makes. */
export class LogCompression extends tf.layers.Layer {
  /** What a saved model calls it; neither Keras nor stock tfjs has such a layer. */
  static className = "LogCompression";
  readonly #offset: number;

  constructor(options: LogCompressionOptions = {}) {
    super(options);
    const { offset = 0.01 } = options;
    if (!(offset > 0 && Number.isFinite(offset))) {
      throw new RangeError(`Cannot compress as with an offset above 0: ${offset}`);
    }
    this.#offset = offset;
    this.supportsMasking = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => tf.log(tf.add(tf.relu(asList(inputs)[0]!), this.#offset)));
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape | Shape[] {
    return inputShape;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), offset: this.#offset };
  }
}

/**
 * Compresses filters' outputs as an ear does loudness: `log(relu(x) + offset)`.
 *
 * @param options the offset
 * @returns a layer that keeps the shape
 * @throws {RangeError} when the offset is not above 0
 * @see Sainath et al. (2015), Learning the Speech Front-end with Raw Waveform CLDNNs
 * @example
 * ```ts
 * import { tf } from "unroll/engine/mod.ts";
 * import { logCompression } from "unroll/layers/mod.ts";
 * (logCompression().apply(tf.tensor1d([-1, 0, 0.99])) as tf.Tensor).print(); // log 0.01, log 0.01, 0
 * ```
 */
export function logCompression(options: LogCompressionOptions = {}): tf.layers.Layer {
  register(LogCompression);
  return new LogCompression(options);
}
