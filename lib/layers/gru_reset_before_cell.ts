import { tf } from "../engine/mod.ts";
import type { Cell, CellOptions } from "./_cell.ts";
import { recurrentProduct } from "./_recurrent_product.ts";

/**
 * One step of the gated recurrent unit with the reset gate before the product (Keras's `resetAfter: false`), with
 * x = input · W + b already projected and U the recurrent kernel:
 *
 *     z = σ(x_z + h U_z)    r = σ(x_r + h U_r)    g = tanh(x_h + (r h) U_h)
 *     h' = z h + (1 - z) g
 *
 * @param weights the recurrent kernel [H, 3 H], gates in Keras's order z, r, h
 * @param options activations (σ and tanh above) and recurrent dropout
 * @returns the cell; its state is [h]
 * @see Cho et al. (2014), Learning Phrase Representations using RNN Encoder-Decoder
 * @example
 * ```ts
 * import { tf } from "unroll/engine/mod.ts";
 * import { getActivation, gruResetBeforeCell } from "unroll/layers/mod.ts";
 * const options = { activation: getActivation("tanh"), recurrentActivation: getActivation("sigmoid"), noise: [] };
 * const cell = gruResetBeforeCell([tf.zeros([2, 6])], options), zeros = tf.zeros([1, 2]); // one sequence, H = 2
 * cell.forward(tf.ones([1, 6]), [zeros]).state; // h
 * ```
 */
export function gruResetBeforeCell(weights: tf.Tensor[], options: CellOptions): Cell {
  const { activation, recurrentActivation: gate, noise } = options;
  const units = weights[0]!.shape[0]!;
  const [forGates, forCandidate] = tf.split(weights[0]!, [2 * units, units], 1);
  const gates = recurrentProduct(forGates!, noise.slice(0, 2));
  const candidate = recurrentProduct(forCandidate!, noise.slice(2));
  return {
    forward(x, [h]) {
      const [xg, xh] = tf.split(x, [2 * units, units], 1);
      const [z, r] = tf.split(gate.apply(tf.add(xg!, gates.forward(h!))), 2, 1); // [B, 2 H] -> 2 of [B, H]
      const thinned = tf.mul(r!, h!);
      const g = activation.apply(tf.add(xh!, candidate.forward(thinned)));
      return { state: [tf.add(g, tf.mul(z!, tf.sub(h!, g)))], kept: [z!, r!, g, thinned] };
    },
    backward([dh], { kept: [z, r, g] }, [h]) {
      const dg = tf.mul(tf.mul(dh!, tf.sub(1, z!)), activation.slope(g!));
      const dThinned = candidate.backward(dg);
      const dGates = tf.concat([
        tf.mul(tf.mul(dh!, tf.sub(h!, g!)), gate.slope(z!)),
        tf.mul(tf.mul(dThinned, h!), gate.slope(r!)),
      ], 1); // [B, 2 H]
      const dState = tf.addN([tf.mul(dh!, z!), tf.mul(dThinned, r!), gates.backward(dGates)]);
      return { dx: tf.concat([dGates, dg], 1), dState: [dState] };
    },
    weightGradients(rows) {
      const [dGates, dg] = tf.split(rows((step) => step.dx), [2 * units, units], 1);
      const forGates = gates.weight(rows((step) => step.before[0]!), dGates!);
      return [tf.concat([forGates, candidate.weight(rows((step) => step.kept[3]!), dg!)], 1)];
    },
  };
}
