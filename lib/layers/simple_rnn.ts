import type { KindName, tf } from "../engine/mod.ts";
import { RecurrentLayer } from "./_recurrent_layer.ts";
import { register } from "./_register.ts";
import type { RecurrentOptions } from "./recurrent_options.ts";
import { simpleRNNCell } from "./simple_rnn_cell.ts";

/** Arguments of {@link simpleRNN}. */
export type SimpleRNNOptions = RecurrentOptions;

/** The layer that {@link simpleRNN} makes. */
export class SimpleRNN extends RecurrentLayer {
  /** What a saved model calls it: stock tfjs has the same layer. */
  static className = "SimpleRNN";
  readonly gates: number = 1;
  readonly stateCount: number = 1;
  readonly makeCell = simpleRNNCell;

  override get nativeKind(): KindName | undefined {
    return ({ tanh: "tanhRNN", relu: "reluRNN" } as const)[this.activation.name];
  }
}

/**
 * A plain recurrent layer: {@link simpleRNNCell} over time, with Keras's arguments, weights and numbers.
 *
 * @param options Keras's arguments in camelCase
 * @returns a layer from [B, T, F] to [B, H], or [B, T, H] with `returnSequences`; weights kernel [F, H],
 * recurrentKernel [H, H], bias [H]
 * @throws {RangeError} when `units` is no whole number above zero, or a dropout is outside [0, 1)
 * @throws {TypeError} when an activation, initialiser, regulariser or constraint is not known
 * @see https://keras.io/api/layers/recurrent_layers/simple_rnn/
 * @example
 * ```ts
 * import { tf } from "unroll/engine/mod.ts";
 * import { simpleRNN } from "unroll/layers/mod.ts";
 * const last = simpleRNN({ units: 8 }).apply(tf.zeros([2, 5, 3])) as tf.Tensor; // [2, 8]
 * ```
 */
export function simpleRNN(options: SimpleRNNOptions): tf.layers.Layer {
  register(SimpleRNN);
  return new SimpleRNN(options);
}
