import { typeAttribute } from "../tensorflow/make_attributes.ts";
import { runOperation } from "../tensorflow/run_operation.ts";
import { tf } from "../_tf.ts";
import { tensorflow } from "../tensorflow/backend.ts";
import { DataType } from "../tensorflow/types.ts";

/**
 * The inverse of `rfft`: `x[n, j] = Σ X[n, k] exp(2πi jk / length) / length` over the frequencies of both signs. Frequencies that are
 * missing count as zero, those above half of the length are left out.
 *
 * @param rows complex64 [N, K]
 * @param length L, an even number
 * @returns float32 [N, L]
 * @example
 * ```ts
 * import { irfft, rfft, tf, useEngine } from "unroll/engine/mod.ts";
 * await useEngine();
 * irfft(rfft(tf.tensor2d([[1, 2, 3, 4]])), 4).print(); // [[1, 2, 3, 4]]
 * ```
 */
export function irfft(rows: tf.Tensor2D, length: number): tf.Tensor2D {
  return tf.tidy(() => {
    const bins = length / 2 + 1, whole = rows.shape[1] < bins ? lengthened(rows, bins) : rows;
    if (!tensorflow()) return tf.spectral.irfft(shortened(whole, bins)) as tf.Tensor2D;
    const types = [typeAttribute("Treal", DataType.float32), typeAttribute("Tcomplex", DataType.complex64)];
    return runOperation("IRFFT", types, [whole, tf.tensor1d([length], "int32")])[0] as tf.Tensor2D;
  });
}

function lengthened(rows: tf.Tensor2D, bins: number): tf.Tensor2D {
  const more = (part: tf.Tensor): tf.Tensor2D =>
    tf.pad(part as tf.Tensor2D, [[0, 0], [0, bins - rows.shape[1]]]);
  return tf.complex(more(tf.real(rows)), more(tf.imag(rows)));
}

/** TensorFlow's operation does it itself. */
function shortened(rows: tf.Tensor2D, bins: number): tf.Tensor2D {
  const part = (values: tf.Tensor): tf.Tensor2D =>
    tf.slice(values as tf.Tensor2D, [0, 0], [rows.shape[0], bins]);
  return tf.complex(part(tf.real(rows)), part(tf.imag(rows)));
}
