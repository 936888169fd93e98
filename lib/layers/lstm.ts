import { type KindName, tf } from "../engine/mod.ts";
import { type Initializer, sideBySide } from "./_initializers.ts";
import { RecurrentLayer } from "./_recurrent_layer.ts";
import { register } from "./_register.ts";
import { lstmCell } from "./lstm_cell.ts";
import type { GatedOptions } from "./recurrent_options.ts";

/** Arguments of {@link lstm}. */
export interface LSTMOptions extends GatedOptions {
  /** Add 1 to the bias of the forget gate at the start, so that the layer remembers. @default true */
  unitForgetBias?: boolean;
}

/** The layer that {@link lstm} makes. */
export class LSTM extends RecurrentLayer {
  /** What a saved model calls it: stock tfjs has the same layer. */
  static className = "LSTM";
  readonly gates: number = 4;
  readonly stateCount: number = 2;
  readonly makeCell = lstmCell;
  readonly unitForgetBias: boolean;

  constructor(options: LSTMOptions) {
    super(options);
    this.unitForgetBias = options.unitForgetBias ?? true;
  }

  override get nativeKind(): KindName | undefined {
    return this.activation.name === "tanh" && this.recurrentActivation.name === "sigmoid"
      ? "lstm"
      : undefined;
  }

  protected override biasStart(initializer: Initializer): Initializer {
    if (!this.unitForgetBias) return initializer;
    const { units } = this;
    return sideBySide([[units, initializer], [units, tf.initializers.ones()], [2 * units, initializer]]);
  }

  override getConfig(): tf.serialization.ConfigDict {
    const recurrentActivation = this.recurrentActivation.name;
    return { ...super.getConfig(), recurrentActivation, unitForgetBias: this.unitForgetBias };
  }
}

/**
 * A long short-term memory layer: {@link lstmCell} over time, with Keras's arguments, weights and numbers.
 *
 * @param options Keras's arguments in camelCase
 * @returns a layer from [B, T, F] to [B, H], or [B, T, H] with `returnSequences`; weights kernel [F, 4 H],
 * recurrentKernel [H, 4 H], bias [4 H], gates in the order i, f, c, o
 * @throws {RangeError} when `units` is no whole number above zero, or a dropout is outside [0, 1)
 * @throws {TypeError} when an activation, initialiser, regulariser or constraint is not known
 * @see https://keras.io/api/layers/recurrent_layers/lstm/
 * @example
 * ```ts
 * import { type KindName, tf } from "unroll/engine/mod.ts";
 * import { lstm } from "unroll/layers/mod.ts";
 * const last = lstm({ units: 8 }).apply(tf.zeros([2, 5, 3])) as tf.Tensor; // [2, 8]
 * ```
 */
export function lstm(options: LSTMOptions): tf.layers.Layer {
  register(LSTM);
  return new LSTM(options);
}
