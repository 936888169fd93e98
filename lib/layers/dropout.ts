import { dropout as drop, type SeedGenerator, seedGenerator, tf } from "../engine/mod.ts";
import { asList } from "./_lists.ts";
import { register } from "./_register.ts";
import { anySeed } from "./_seeds.ts";

/** Arguments of {@link dropout}. */
export interface DropoutOptions extends NonNullable<ConstructorParameters<typeof tf.layers.Layer>[0]> {
  /** Share of the values that become zero while training, in [0, 1). */
  rate: number;
  /** Axes of size 1 share one draw; `null` stands for the input's own size. @default the input's shape */
  noiseShape?: (number | null)[] | null;
  /** @default another one each time */
  seed?: number | null;
}

/** The layer that {@link dropout} makes. */
export class Dropout extends tf.layers.Layer {
  /** What a saved model calls it: stock tfjs has the same layer. */
  static className = "Dropout";
  readonly #rate: number;
  readonly #noiseShape: (number | null)[] | null;
  readonly #seed: number | null;
  #draws: SeedGenerator | undefined;

  constructor(options: DropoutOptions) {
    super(options);
    const { rate, noiseShape = null, seed = null } = options;
    if (!(rate >= 0 && rate < 1)) throw new RangeError(`Cannot drop values as a share in [0, 1): ${rate}`);
    this.#rate = rate;
    this.#noiseShape = noiseShape;
    this.#seed = seed;
    this.supportsMasking = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[], options: { training?: boolean } = {}): tf.Tensor {
    const x = asList(inputs)[0]!;
    if (!options.training || this.#rate === 0) return tf.clone(x);
    const seed = this.#draws ??= seedGenerator(this.#seed ?? anySeed());
    return drop(x, this.#rate, {
      noiseShape: x.shape.map((size, axis) => this.#noiseShape?.[axis] ?? size),
      seed,
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), rate: this.#rate, noiseShape: this.#noiseShape, seed: this.#seed };
  }

  protected override disposeWeights(): number {
    this.#draws?.dispose();
    return super.disposeWeights();
  }
}

/**
 * Sets values to zero while training and scales up the others; the masks come from the engine's native generator, and
 * differ from step to step in a recorded step too.
 *
 * @param options the share that is dropped
 * @returns a layer that keeps the shape
 * @throws {RangeError} when the rate is outside [0, 1)
 * @see Srivastava et al. (2014), Dropout; https://keras.io/api/layers/regularization_layers/dropout/
 * @example
 * ```ts
 * import { tf } from "unroll/engine/mod.ts";
 * import { dropout } from "unroll/layers/mod.ts";
 * const thinned = dropout({ rate: 0.5, seed: 1 }).apply(tf.ones([2, 3]), { training: true }) as tf.Tensor;
 * ```
 */
export function dropout(options: DropoutOptions): tf.layers.Layer {
  register(Dropout);
  return new Dropout(options);
}
