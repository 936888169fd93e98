import { tf } from "../engine/mod.ts";
import type { Cell, CellOptions } from "./_cell.ts";
import { recurrentProduct } from "./_recurrent_product.ts";

/**
 * One step of the plain recurrent network, with x = input · W + b already projected and U the recurrent kernel:
 *
 *     h' = tanh(x + h U)
 *
 * @param weights the recurrent kernel [H, H]
 * @param options the activation (tanh above) and recurrent dropout
 * @returns the cell; its state is [h]
 * @see Elman (1990), Finding Structure in Time
 * @example
 * ```ts
 * import { tf } from "unroll/engine/mod.ts";
 * import { getActivation, simpleRNNCell } from "unroll/layers/mod.ts";
 * const options = { activation: getActivation("tanh"), recurrentActivation: getActivation("sigmoid"), noise: [] };
 * const cell = simpleRNNCell([tf.zeros([2, 2])], options), zeros = tf.zeros([1, 2]); // one sequence, H = 2
 * cell.forward(tf.ones([1, 2]), [zeros]).state; // h
 * ```
 */
export function simpleRNNCell(weights: tf.Tensor[], { activation, noise }: CellOptions): Cell {
  const product = recurrentProduct(weights[0]!, noise);
  return {
    forward: (x, [h]) => ({ state: [activation.apply(tf.add(x, product.forward(h!)))], kept: [] }),
    backward([dh], { state: [h] }) {
      const dx = tf.mul(dh!, activation.slope(h!));
      return { dx, dState: [product.backward(dx)] };
    },
    weightGradients: (rows) => [product.weight(rows((step) => step.before[0]!), rows((step) => step.dx))],
  };
}
