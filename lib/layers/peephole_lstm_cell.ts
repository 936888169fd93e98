// Long because the gradient of a cell with peepholes has three parts more than that of one without.
import { tf } from "../engine/mod.ts";
import type { Cell, CellOptions } from "./_cell.ts";
import { recurrentProduct } from "./_recurrent_product.ts";

/**
 * One step of the long short-term memory whose gates also see the carry, each unit its own (the peepholes are diagonal),
 * with x = input · W + b already projected, U the recurrent kernel and p the peepholes:
 *
 *     i = σ(x_i + h U_i + p_i c)    f = σ(x_f + h U_f + p_f c)    g = tanh(x_c + h U_c)
 *     c' = f c + i g                o = σ(x_o + h U_o + p_o c')   h' = o tanh(c')
 *
 * The gates i and f look at the carry of the step before, the gate o at the one that it lets out.
 *
 * @param weights the recurrent kernel [H, 4 H], gates in the order i, f, c, o; then the peepholes [3, H], i, f, o
 * @param options activations (σ and tanh above) and recurrent dropout
 * @returns the cell; its state is [h, c]
 * @see Gers and Schmidhuber (2000), Recurrent Nets that Time and Count
 * @example
 * ```ts
 * import { tf } from "unroll/engine/mod.ts";
 * import { getActivation, peepholeLSTMCell } from "unroll/layers/mod.ts";
 * const options = { activation: getActivation("tanh"), recurrentActivation: getActivation("sigmoid"), noise: [] };
 * const cell = peepholeLSTMCell([tf.zeros([2, 8]), tf.zeros([3, 2])], options), zeros = tf.zeros([1, 2]); // one sequence, H = 2
 * cell.forward(tf.ones([1, 8]), [zeros, zeros]).state; // h and c
 * ```
 */
export function peepholeLSTMCell(weights: tf.Tensor[], options: CellOptions): Cell {
  const { activation, recurrentActivation: gate, noise } = options;
  const product = recurrentProduct(weights[0]!, noise);
  const [pi, pf, po] = tf.split(weights[1]!, 3, 0); // 3 of [1, H]
  return {
    forward(x, [h, c]) {
      const [zi, zf, zg, zo] = tf.split(tf.add(x, product.forward(h!)), 4, 1);
      const i = gate.apply(tf.add(zi!, tf.mul(pi!, c!))), f = gate.apply(tf.add(zf!, tf.mul(pf!, c!)));
      const g = activation.apply(zg!);
      const carry = tf.add(tf.mul(f, c!), tf.mul(i, g));
      const o = gate.apply(tf.add(zo!, tf.mul(po!, carry))), squashed = activation.apply(carry);
      return { state: [tf.mul(o, squashed), carry], kept: [i, f, g, o, squashed] };
    },
    backward([dh, dc], { kept: [i, f, g, o, squashed] }, [, c]) {
      const dOut = tf.mul(tf.mul(dh!, squashed!), gate.slope(o!));
      const dCarry = tf.addN([
        dc!,
        tf.mul(tf.mul(dh!, o!), activation.slope(squashed!)),
        tf.mul(dOut, po!),
      ]);
      const dIn = tf.mul(tf.mul(dCarry, g!), gate.slope(i!));
      const dForget = tf.mul(tf.mul(dCarry, c!), gate.slope(f!));
      const dCandidate = tf.mul(tf.mul(dCarry, i!), activation.slope(g!));
      const dx = tf.concat([dIn, dForget, dCandidate, dOut], 1);
      const dBefore = tf.addN([tf.mul(dCarry, f!), tf.mul(dIn, pi!), tf.mul(dForget, pf!)]);
      return { dx, dState: [product.backward(dx), dBefore] };
    },
    weightGradients(rows) {
      const dx = rows((step) => step.dx), before = rows((step) => step.before[1]!); // [T * B, 4 H], [T * B, H]
      const [dIn, dForget, , dOut] = tf.split(dx, 4, 1);
      const seen = [
        tf.mul(dIn!, before),
        tf.mul(dForget!, before),
        tf.mul(dOut!, rows((step) => step.state[1]!)),
      ];
      return [
        product.weight(rows((step) => step.before[0]!), dx),
        tf.stack(seen.map((part) => tf.sum(part, 0))),
      ];
    },
  };
}
