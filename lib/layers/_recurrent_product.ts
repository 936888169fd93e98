import { tf } from "../engine/mod.ts";

/** h · U and what its gradient needs; with recurrent dropout each gate sees its own thinned h. */
export interface RecurrentProduct {
  /** [B, H] -> [B, G * H] */
  forward(h: tf.Tensor): tf.Tensor;
  /** Gradient to the product [B, G * H] -> gradient to h [B, H]. */
  backward(d: tf.Tensor): tf.Tensor;
  /** Rows of all steps, h [T * B, H] and gradients [T * B, G * H] -> gradient to U [H, G * H]. */
  weight(h: tf.Tensor, d: tf.Tensor): tf.Tensor;
}

/**
 * @param kernel U [H, G * H]
 * @param noise one dropout mask [B, H] a gate, the same at every step; none where empty
 */
export function recurrentProduct(kernel: tf.Tensor, noise: tf.Tensor[]): RecurrentProduct {
  if (noise.length === 0) {
    return {
      forward: (h) => tf.matMul(h, kernel),
      backward: (d) => tf.matMul(d, kernel, false, true),
      weight: (h, d) => tf.matMul(h, d, true, false),
    };
  }
  const gates = noise.length;
  const columns = tf.split(kernel, gates, 1);
  return {
    forward: (h) => tf.concat(noise.map((mask, gate) => tf.matMul(tf.mul(h, mask), columns[gate]!)), 1),
    backward: (d) =>
      tf.addN(
        tf.split(d, gates, 1).map((part, gate) =>
          tf.mul(tf.matMul(part, columns[gate]!, false, true), noise[gate]!)
        ),
      ),
    weight(h, d) {
      const [batch, units] = noise[0]!.shape;
      const steps = tf.reshape(h, [-1, batch!, units!]); // [T, B, H]
      const parts = tf.split(d, gates, 1).map((part, gate) =>
        tf.matMul(tf.reshape(tf.mul(steps, noise[gate]!), h.shape), part, true, false)
      );
      return tf.concat(parts, 1);
    },
  };
}
