import { tf } from "../engine/mod.ts";
import type { Cell, CellOptions } from "./_cell.ts";
import { recurrentProduct } from "./_recurrent_product.ts";

/**
 * One step of the long short-term memory, with x = input · W + b already projected and U the recurrent kernel:
 *
 *     i = σ(x_i + h U_i)    f = σ(x_f + h U_f)    g = tanh(x_c + h U_c)    o = σ(x_o + h U_o)
 *     c' = f c + i g        h' = o tanh(c')
 *
 * @param weights the recurrent kernel [H, 4 H], gates in Keras's order i, f, c, o
 * @param options activations (σ and tanh above) and recurrent dropout
 * @returns the cell; its state is [h, c]
 * @see Hochreiter and Schmidhuber (1997), Long Short-Term Memory; Gers, Schmidhuber and Cummins (2000) for the gate f
 * @example
 * ```ts
 * import { tf } from "unroll/engine/mod.ts";
 * import { getActivation, lstmCell } from "unroll/layers/mod.ts";
 * const options = { activation: getActivation("tanh"), recurrentActivation: getActivation("sigmoid"), noise: [] };
 * const cell = lstmCell([tf.zeros([2, 8])], options), zeros = tf.zeros([1, 2]); // one sequence, H = 2
 * cell.forward(tf.ones([1, 8]), [zeros, zeros]).state; // h and c
 * ```
 */
export function lstmCell(weights: tf.Tensor[], options: CellOptions): Cell {
  const { activation, recurrentActivation: gate, noise } = options;
  const product = recurrentProduct(weights[0]!, noise);
  return {
    forward(x, [h, c]) {
      const [zi, zf, zg, zo] = tf.split(tf.add(x, product.forward(h!)), 4, 1); // [B, 4 H] -> 4 of [B, H]
      const i = gate.apply(zi!), f = gate.apply(zf!), g = activation.apply(zg!), o = gate.apply(zo!);
      const carry = tf.add(tf.mul(f, c!), tf.mul(i, g));
      const squashed = activation.apply(carry);
      return { state: [tf.mul(o, squashed), carry], kept: [i, f, g, o, squashed] };
    },
    backward([dh, dc], { kept: [i, f, g, o, squashed] }, [, c]) {
      const dCarry = tf.add(dc!, tf.mul(tf.mul(dh!, o!), activation.slope(squashed!)));
      const dx = tf.concat([
        tf.mul(tf.mul(dCarry, g!), gate.slope(i!)),
        tf.mul(tf.mul(dCarry, c!), gate.slope(f!)),
        tf.mul(tf.mul(dCarry, i!), activation.slope(g!)),
        tf.mul(tf.mul(dh!, squashed!), gate.slope(o!)),
      ], 1); // [B, 4 H]
      return { dx, dState: [product.backward(dx), tf.mul(dCarry, f!)] };
    },
    weightGradients: (rows) => [product.weight(rows((step) => step.before[0]!), rows((step) => step.dx))],
  };
}
