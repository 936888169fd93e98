import { typeAttribute } from "../tensorflow/make_attributes.ts";
import { runOperation } from "../tensorflow/run_operation.ts";
import { tf } from "../_tf.ts";
import { tensorflow } from "../tensorflow/backend.ts";
import { DataType } from "../tensorflow/types.ts";

/**
 * The Fourier transform of real rows: `X[n, k] = Σ x[n, j] exp(-2πi jk / length)`. TensorFlow does it in one operation and on
 * all threads; tfjs's own `tf.spectral.rfft` takes a complex transform of twice the size, and does it elsewhere.
 *
 * @param rows float32 [N, length]
 * @returns complex64 [N, floor(length / 2) + 1]
 * @example
 * ```ts
 * import { rfft, tf, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * tf.abs(rfft(tf.tensor2d([[1, 0, -1, 0]]))).print(); // [[0, 2, 0]]
 * ```
 */
export function rfft(rows: tf.Tensor2D): tf.Tensor2D {
  if (!tensorflow()) return tf.spectral.rfft(rows) as tf.Tensor2D;
  return tf.tidy(() => {
    const types = [typeAttribute("Treal", DataType.float32), typeAttribute("Tcomplex", DataType.complex64)];
    return runOperation("RFFT", types, [rows, tf.tensor1d([rows.shape[1]], "int32")])[0] as tf.Tensor2D;
  });
}
