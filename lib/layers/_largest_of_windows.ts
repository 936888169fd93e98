import { tf } from "../engine/mod.ts";

/** What {@link largestOfWindows} needs to know of a layer. */
export interface WindowPlan {
  /** P: places in a window where a filter fits. */
  places: number;
  hopLength: number;
  /** T: windows. */
  windows: number;
}

/**
 * The largest product of each filter with the samples of each window: `y[b, t, f] = max_p sum_k x[b, t hop + p + k] W[k, f]`.
 *
 * A convolution of one channel is slow: each product reads few numbers. So s samples in a row count as s channels, and each filter is
 * there s times, shifted by 0 to s - 1 samples: the same sums as a convolution of s channels into s F, a few zeros among them.
 *
 * @param x [B, N]
 * @param kernel [K, F]
 * @returns [B, T, F]
 */
export function largestOfWindows(x: tf.Tensor2D, kernel: tf.Tensor2D, plan: WindowPlan): tf.Tensor3D {
  const { places, hopLength, windows } = plan, [length, filters] = kernel.shape;
  const s = commonDivisor(places, hopLength), taps = Math.ceil((length + s - 1) / s);
  const products = ((windows - 1) * hopLength + places) / s;
  const blocks = inBlocks(x, { s, count: products + taps - 1 }); // [B, N] -> [B, N / s, s]
  const out = tf.conv1d(blocks, shifted(kernel, { s, taps }), 1, "valid"); // -> [B, products, s F]
  const rows = tf.reshape(out, [x.shape[0], products, 1, s * filters]) as tf.Tensor4D;
  const largest = tf.maxPool(rows, [places / s, 1], [hopLength / s, 1], "valid"); // -> [B, T, 1, s F]
  return tf.max(tf.reshape(largest, [x.shape[0], windows, s, filters]), 2) as tf.Tensor3D;
}

/** The samples in blocks of s, with zeros at the end where there are too few. */
function inBlocks(x: tf.Tensor2D, { s, count }: { s: number; count: number }): tf.Tensor3D {
  const [batch, length] = x.shape, needed = count * s;
  const fitted = length < needed
    ? tf.pad(x, [[0, 0], [0, needed - length]])
    : tf.slice(x, [0, 0], [batch, needed]);
  return tf.reshape(fitted, [batch, count, s]);
}

/** [K, F] -> [taps, s, s F]: filter f, p samples later, is channel p F + f. A row that is one longer than it is read moves on by itself. */
function shifted(kernel: tf.Tensor2D, { s, taps }: { s: number; taps: number }): tf.Tensor3D {
  const [length, filters] = kernel.shape, row = taps * s;
  const padded = tf.pad(kernel, [[0, row + 1 - length], [0, 0]]);
  const rows = tf.slice(tf.tile(padded, [s, 1]), [0, 0], [s * row, filters]);
  return tf.reshape(tf.transpose(tf.reshape(rows, [s, row, filters]), [1, 0, 2]), [taps, s, s * filters]);
}

/** The largest block, of 16 samples at most, that both lengths are made of. */
function commonDivisor(a: number, b: number): number {
  return Array.from({ length: 16 }, (_, i) => 16 - i).find((s) => a % s === 0 && b % s === 0)!;
}
