import { tf } from "../engine/mod.ts";
import type { Cell, CellOptions } from "./_cell.ts";
import { recurrentProduct } from "./_recurrent_product.ts";

/**
 * One step of the gated recurrent unit with the reset gate after the product (Keras's `resetAfter: true`, cuDNN's),
 * with x = input · W + b already projected, U the recurrent kernel and v the recurrent bias:
 *
 *     z = σ(x_z + h U_z + v_z)    r = σ(x_r + h U_r + v_r)    g = tanh(x_h + r (h U_h + v_h))
 *     h' = z h + (1 - z) g
 *
 * @param weights the recurrent kernel [H, 3 H], gates in Keras's order z, r, h; then v [3 H] where there is a bias
 * @param options activations (σ and tanh above) and recurrent dropout
 * @returns the cell; its state is [h]
 * @see Cho et al. (2014), Learning Phrase Representations using RNN Encoder-Decoder; cuDNN's formulation
 * @example
 * ```ts
 * import { tf } from "unroll/engine/mod.ts";
 * import { getActivation, gruCell } from "unroll/layers/mod.ts";
 * const options = { activation: getActivation("tanh"), recurrentActivation: getActivation("sigmoid"), noise: [] };
 * const cell = gruCell([tf.zeros([2, 6]), tf.zeros([6])], options), zeros = tf.zeros([1, 2]); // one sequence, H = 2
 * cell.forward(tf.ones([1, 6]), [zeros]).state; // h
 * ```
 */
export function gruCell(weights: tf.Tensor[], options: CellOptions): Cell {
  const { activation, recurrentActivation: gate, noise } = options;
  const [kernel, bias] = weights;
  const product = recurrentProduct(kernel!, noise);
  return {
    forward(x, [h]) {
      const recurrent: tf.Tensor = bias ? tf.add(product.forward(h!), bias) : product.forward(h!); // [B, 3 H]
      const [xz, xr, xh] = tf.split(x, 3, 1), [hz, hr, inner] = tf.split(recurrent, 3, 1);
      const z = gate.apply(tf.add(xz!, hz!)), r = gate.apply(tf.add(xr!, hr!));
      const g = activation.apply(tf.add(xh!, tf.mul(r, inner!)));
      return { state: [tf.add(g, tf.mul(z, tf.sub(h!, g)))], kept: [z, r, g, inner!] };
    },
    backward([dh], { kept: [z, r, g, inner] }, [h]) {
      const dg = tf.mul(tf.mul(dh!, tf.sub(1, z!)), activation.slope(g!));
      const dz = tf.mul(tf.mul(dh!, tf.sub(h!, g!)), gate.slope(z!));
      const dr = tf.mul(tf.mul(dg, inner!), gate.slope(r!));
      const dInner = tf.concat([dz, dr, tf.mul(dg, r!) as tf.Tensor], 1); // [B, 3 H]
      const dState = [tf.add(product.backward(dInner), tf.mul(dh!, z!))];
      return { dx: tf.concat([dz, dr, dg], 1), inner: dInner, dState };
    },
    weightGradients(rows) {
      const inner = rows((step) => step.inner!); // [T * B, 3 H]
      const dKernel = product.weight(rows((step) => step.before[0]!), inner);
      return bias ? [dKernel, tf.sum(inner, 0)] : [dKernel];
    },
  };
}
