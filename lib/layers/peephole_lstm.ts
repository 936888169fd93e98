import { tf } from "../engine/mod.ts";
import { getInitializer, type Initializer } from "./_initializers.ts";
import { register } from "./_register.ts";
import { type Identifier, resolve, serialized } from "./_resolve.ts";
import { LSTM, type LSTMOptions } from "./lstm.ts";
import { peepholeLSTMCell } from "./peephole_lstm_cell.ts";
import type { Constraint, Regularizer } from "./recurrent_options.ts";

/** Arguments of {@link peepholeLSTM}. */
export interface PeepholeLSTMOptions extends LSTMOptions {
  /** @default "zeros" */
  peepholeInitializer?: Identifier<Initializer>;
  /** Penalty on the peepholes. @default null */
  peepholeRegularizer?: Identifier<Regularizer> | null;
  /** What the peepholes are held to after each step. @default null */
  peepholeConstraint?: Identifier<Constraint> | null;
}

/** The layer that {@link peepholeLSTM} makes. */
export class PeepholeLSTM extends LSTM {
  /** What a saved model calls it; stock tfjs and Keras have no such layer. */
  static override className = "PeepholeLSTM";
  override readonly makeCell = peepholeLSTMCell;
  readonly #initializer: Initializer;
  readonly #regularizer: Regularizer | null;
  readonly #constraint: Constraint | null;
  #peephole!: tf.LayerVariable;

  constructor(options: PeepholeLSTMOptions) {
    super(options);
    const { peepholeRegularizer, peepholeConstraint } = options;
    this.#initializer = getInitializer(options.peepholeInitializer, "zeros", options.seed);
    this.#regularizer = peepholeRegularizer ? resolve(peepholeRegularizer, "peepholeRegularizer") : null;
    this.#constraint = peepholeConstraint ? resolve(peepholeConstraint, "peepholeConstraint") : null;
  }

  override get nativeKind(): undefined {
    return undefined;
  }

  override build(inputShape: (number | null)[] | (number | null)[][]): void {
    super.build(inputShape);
    this.#peephole = this.addWeight(
      `${this.weightPrefix}peephole`,
      [3, this.units],
      "float32",
      this.#initializer,
      this.#regularizer ?? undefined,
      true,
      this.#constraint ?? undefined,
      () => tf.initializers.zeros(),
    );
  }

  override cellWeights(): tf.Tensor[] {
    return [...super.cellWeights(), this.#peephole.read()];
  }

  override getConfig(): tf.serialization.ConfigDict {
    return {
      ...super.getConfig(),
      peepholeInitializer: serialized(this.#initializer),
      peepholeRegularizer: serialized(this.#regularizer),
      peepholeConstraint: serialized(this.#constraint),
    } as tf.serialization.ConfigDict;
  }
}

/**
 * A long short-term memory layer whose gates see the carry: {@link peepholeLSTMCell} over time.
 *
 * Porting note: Keras 3 has no peepholes; the order of the weights, peepholes last, is this library's.
 *
 * @param options those of {@link lstm}, and initialiser, regulariser and constraint of the peepholes
 * @returns a layer from [B, T, F] to [B, H], or [B, T, H] with `returnSequences`; weights kernel [F, 4 H],
 * recurrentKernel [H, 4 H], bias [4 H], gates in the order i, f, c, o, and peephole [3, H], i, f, o
 * @throws {RangeError} when `units` is no whole number above zero, or a dropout is outside [0, 1)
 * @throws {TypeError} when an activation, initialiser, regulariser or constraint is not known
 * @see Gers and Schmidhuber (2000), Recurrent Nets that Time and Count
 * @example
 * ```ts
 * import { tf } from "unroll/engine/mod.ts";
 * import { peepholeLSTM } from "unroll/layers/mod.ts";
 * const last = peepholeLSTM({ units: 8 }).apply(tf.zeros([2, 5, 3])) as tf.Tensor; // [2, 8]
 * ```
 */
export function peepholeLSTM(options: PeepholeLSTMOptions): tf.layers.Layer {
  register(PeepholeLSTM);
  return new PeepholeLSTM(options);
}
