import { floatType } from "./tensorflow/make_attributes.ts";
import { runOperation } from "./tensorflow/run_operation.ts";
import { randomNormal, type Seed } from "./native_random.ts";
import { tf } from "./_tf.ts";
import { tensorflow } from "./tensorflow/backend.ts";
import { AttributeType } from "./tensorflow/types.ts";

/**
 * Draws a matrix with orthonormal rows or columns, whichever are fewer: the recurrent kernels' initial values.
 *
 * @param shape [rows, columns]
 * @param options `gain` multiplies it; `seed` of the normal draw that is made orthogonal
 * @returns [rows, columns]
 * @throws {TypeError} when the shape is not a matrix's
 * @see Saxe et al., "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks", 2014;
 * https://keras.io/api/layers/initializers/
 * @example
 * ```ts
 * import { orthogonal, tf, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * const q = orthogonal([3, 5], { seed: 7 });
 * tf.matMul(q, q, false, true).print(); // the identity
 * ```
 */
export function orthogonal(shape: number[], { gain = 1, seed }: { gain?: number; seed: Seed }): tf.Tensor2D {
  if (shape.length !== 2) {
    throw new TypeError(`Cannot draw an orthogonal matrix as [rows, columns]: [${shape.join(", ")}]`);
  }
  const [rows, columns] = shape as [number, number];
  return tf.tidy(() => {
    const normal = randomNormal([Math.max(rows, columns), Math.min(rows, columns)], { seed }) as tf.Tensor2D;
    const [q, r] = decompose(normal);
    const signs = tf.sign(tf.sum(tf.mul(r, tf.eye(r.shape[1])), 0)); // the diagonal's: makes the draw uniform
    const signed = tf.mul(tf.mul(q, signs), gain) as tf.Tensor2D;
    return rows < columns ? tf.transpose(signed) : signed;
  });
}

function decompose(matrix: tf.Tensor2D): [tf.Tensor2D, tf.Tensor2D] {
  if (!tensorflow()) return tf.linalg.qr(matrix) as [tf.Tensor2D, tf.Tensor2D];
  const whole = { name: "full_matrices", type: AttributeType.bool, value: false };
  return runOperation("Qr", [floatType, whole], [matrix], 2) as [tf.Tensor2D, tf.Tensor2D];
}
