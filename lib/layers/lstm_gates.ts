import { assertShape } from "../core/mod.ts";
import { tf } from "../engine/mod.ts";
import type { Step } from "./_cell.ts";
import { LSTM } from "./lstm.ts";
import { lstmCell } from "./lstm_cell.ts";

/** What goes on inside of an LSTM while it reads one sequence: each [T][H], time steps by units. */
export interface LSTMGates {
  /** i in (0, 1): how much of the candidate goes into the memory cell. */
  input: number[][];
  /** f in (0, 1): how much of the memory cell stays. */
  forget: number[][];
  /** g in (-1, 1): what may be added to the memory cell. */
  candidate: number[][];
  /** o in (0, 1): how much of the memory cell is shown. */
  output: number[][];
  /** c: the memory cell after the step. */
  cell: number[][];
  /** h in (-1, 1): the layer's output after the step. */
  hidden: number[][];
}

/**
 * Runs an LSTM over one sequence, step by step, and keeps what its gates did. For looking, not for training: `lstmCell` is
 * called once a step.
 *
 * @param layer a built layer of `lstm`, trained or not; it starts from zeros and forwards, whatever its options say
 * @param x the sequence [1, T, F]
 * @returns gates, memory cell and output: entry [t][k] is unit k's after step t
 * @throws {TypeError} when the layer is no built LSTM, or x is not one sequence of its features
 * @see Hochreiter and Schmidhuber (1997); study 001, "Redes Neuronales recurrentes LSTM"
 * @example
 * ```ts
 * import { tf } from "unroll/engine/mod.ts";
 * import { lstm, lstmGates } from "unroll/layers/mod.ts";
 * const layer = lstm({ units: 8 }), x = tf.ones([1, 5, 3]);
 * layer.apply(x);
 * lstmGates(layer, x).forget[4]; // the forget gate of 8 units after the fifth step
 * ```
 */
export function lstmGates(layer: tf.layers.Layer, x: tf.Tensor): LSTMGates {
  if (!(layer instanceof LSTM && layer.built)) {
    throw new TypeError(
      `Cannot look at gates as those of a built LSTM: received ${layer?.getClassName?.() ?? layer}`,
    );
  }
  assertShape(x.shape, [1, "time", layer.features!], "x");
  return tf.tidy(() => {
    const steps = run(layer, x); // T of { state: [h, c], kept: [i, f, g, o, tanh c] }, each [1, H]
    const over = (pick: (step: Step) => tf.Tensor) => tf.concat(steps.map(pick), 0).arraySync() as number[][];
    const [input, forget, candidate, output] = [0, 1, 2, 3].map((n) => over(({ kept }) => kept[n]!));
    const [hidden, cell] = [0, 1].map((n) => over(({ state }) => state[n]!));
    return { input, forget, candidate, output, cell, hidden };
  }) as unknown as LSTMGates;
}

function run(layer: LSTM, x: tf.Tensor): Step[] {
  const { activation, recurrentActivation, units } = layer, bias = layer.inputBias();
  const cell = lstmCell(layer.cellWeights(), { activation, recurrentActivation, noise: [] });
  const product = tf.matMul(tf.squeeze(x, [0]), layer.inputKernel()); // [1, T, F] -> [T, 4 H]
  const rows = tf.split(bias ? tf.add(product, bias) : product, x.shape[1]!, 0); // T of [1, 4 H]
  let state: tf.Tensor[] = [tf.zeros([1, units]), tf.zeros([1, units])];
  return rows.map((row) => {
    const step = cell.forward(row, state);
    state = step.state;
    return step;
  });
}
