import { type KindName, tf } from "../engine/mod.ts";
import { RecurrentLayer } from "./_recurrent_layer.ts";
import { register } from "./_register.ts";
import { gruCell } from "./gru_cell.ts";
import { gruResetBeforeCell } from "./gru_reset_before_cell.ts";
import type { GatedOptions } from "./recurrent_options.ts";
import type { MakeCell } from "./_cell.ts";

/** Arguments of {@link gru}. */
export interface GRUOptions extends GatedOptions {
  /** Apply the reset gate after the product with the recurrent kernel (cuDNN's form), not before it. @default true */
  resetAfter?: boolean;
}

/** The layer that {@link gru} makes. */
export class GRU extends RecurrentLayer {
  /** What a saved model calls it; stock tfjs has the layer only without `resetAfter`, and says so when it opens one. */
  static className = "GRU";
  readonly gates: number = 3;
  readonly stateCount: number = 1;
  readonly makeCell: MakeCell;
  readonly resetAfter: boolean;

  constructor(options: GRUOptions) {
    super(options);
    this.resetAfter = options.resetAfter ?? true;
    this.makeCell = this.resetAfter ? gruCell : gruResetBeforeCell;
  }

  override get nativeKind(): KindName | undefined {
    const usual = this.activation.name === "tanh" && this.recurrentActivation.name === "sigmoid";
    return !usual ? undefined : this.resetAfter ? "gruResetAfter" : "gru";
  }

  /** Both biases of a gate act together; the candidate's recurrent bias is a part of its own. [2, 3 H] -> [4 H] */
  override nativeBias(): tf.Tensor | undefined {
    const { units } = this;
    if (!this.resetAfter || !this.bias) return this.bias?.read();
    const [gates, candidate] = tf.split(this.bias.read() as tf.Tensor, [2 * units, units], 1);
    return tf.concat([tf.sum(gates!, 0), tf.reshape(candidate!, [2 * units])]);
  }

  protected override biasShape(): number[] {
    return this.resetAfter ? [2, 3 * this.units] : [3 * this.units];
  }

  override inputBias(): tf.Tensor | undefined {
    return this.resetAfter ? this.#biasRow(0) : this.bias?.read();
  }

  override cellWeights(): tf.Tensor[] {
    const recurrentBias = this.resetAfter ? this.#biasRow(1) : undefined;
    return [this.recurrentKernel.read(), ...recurrentBias ? [recurrentBias] : []];
  }

  /** [2, 3 H] -> [3 H] */
  #biasRow(row: number): tf.Tensor | undefined {
    const columns = 3 * this.units, bias = this.bias?.read();
    return bias && tf.reshape(tf.slice(bias, [row, 0], [1, columns]), [columns]);
  }

  override getConfig(): tf.serialization.ConfigDict {
    const recurrentActivation = this.recurrentActivation.name;
    return { ...super.getConfig(), recurrentActivation, resetAfter: this.resetAfter };
  }
}

/**
 * A gated recurrent unit layer: {@link gruCell} (or {@link gruResetBeforeCell}) over time, with Keras's arguments,
 * weights and numbers.
 *
 * @param options Keras's arguments in camelCase
 * @returns a layer from [B, T, F] to [B, H], or [B, T, H] with `returnSequences`; weights kernel [F, 3 H],
 * recurrentKernel [H, 3 H], bias [2, 3 H] (input, recurrent) or [3 H] without `resetAfter`; gates in the order z, r, h
 * @throws {RangeError} when `units` is no whole number above zero, or a dropout is outside [0, 1)
 * @throws {TypeError} when an activation, initialiser, regulariser or constraint is not known
 * @see https://keras.io/api/layers/recurrent_layers/gru/
 * @example
 * ```ts
 * import { type KindName, tf } from "unroll/engine/mod.ts";
 * import { gru } from "unroll/layers/mod.ts";
 * const last = gru({ units: 8 }).apply(tf.zeros([2, 5, 3])) as tf.Tensor; // [2, 8]
 * ```
 */
export function gru(options: GRUOptions): tf.layers.Layer {
  register(GRU);
  return new GRU(options);
}
