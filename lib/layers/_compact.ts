import { tf } from "../engine/mod.ts";

/** Where the steps of a masked batch go, so that a network without masks gives Keras's numbers. */
export interface Compaction {
  /** [B, T, F] -> the same with the steps that count in front, in the order in which they are run. */
  toFront(x: tf.Tensor): tf.Tensor;
  /** h of those steps [B, T, H] -> what Keras shows at each step of the input: a masked step shows the one run before it. */
  spread(y: tf.Tensor, zeroOutputForMask: boolean): tf.Tensor;
  /** h of those steps [B, T, H] -> h of the last one that counts [B, H], zeros where none does. */
  last(y: tf.Tensor): tf.Tensor;
  /** How many steps count, int32 [B], but at least one. */
  lengths(): tf.Tensor;
  /** A state after those steps [B, H], zeros where no step counts. */
  orZeros(after: tf.Tensor): tf.Tensor;
  /** The state after a sequence: that before it, where no step counts. */
  orBefore(last: tf.Tensor, before: tf.Tensor): tf.Tensor;
}

/**
 * Sorts out a mask.
 *
 * @param mask [B, T]: not zero where a step counts
 * @param backwards the steps are run from the last to the first
 */
export function compact(mask: tf.Tensor, backwards: boolean): Compaction {
  const [batch, time] = mask.shape as [number, number];
  const counts = tf.cast(tf.cast(mask, "bool"), "float32"); // [B, T]
  const ran = tf.cumsum(counts, 1, false, backwards); // steps that count up to and including this one, as they are run
  const length = tf.sum(counts, 1, true), row = tf.mul(tf.range(0, batch), time); // [B, 1], [B]
  const offset = tf.expandDims(row, 1);
  const skipped = tf.sub(tf.cumsum(tf.sub(1, counts), 1), 1);
  const place = tf.add( // where each step goes: a permutation of all B * T
    offset,
    tf.add(tf.mul(counts, tf.sub(ran, 1)), tf.mul(tf.sub(1, counts), tf.add(length, skipped))),
  );
  const shown = places(tf.add(offset, tf.maximum(tf.sub(ran, 1), 0)));
  const any = tf.cast(tf.greater(length, 0), "float32"); // [B, 1]
  return {
    toFront: (x) => permute(x, place),
    spread(y, zeroOutputForMask) {
      const seen = zeroOutputForMask ? counts : tf.greater(ran, 0);
      return tf.mul(rows(y, shown, y.shape), tf.expandDims(tf.cast(seen, "float32"), 2));
    },
    last(y) {
      const at = places(tf.add(offset, tf.maximum(tf.sub(length, 1), 0)));
      return tf.mul(rows(y, at, [batch, y.shape[2]!]), any);
    },
    lengths: () => places(tf.maximum(length, 1)),
    orZeros: (after) => tf.mul(after, any),
    orBefore: (last, before) => tf.add(last, tf.mul(before, tf.sub(1, any))),
  };
}

/** Row numbers, [...] -> [n]; they were reckoned as float32, which is exact up to 16 million rows. */
function places(numbers: tf.Tensor): tf.Tensor {
  return tf.cast(tf.reshape(numbers, [-1]), "int32");
}

/** [B, T, C] -> rows of [B * T, C] in another order. */
function rows(x: tf.Tensor, at: tf.Tensor, shape: number[]): tf.Tensor {
  return tf.reshape(tf.gather(tf.reshape(x, [-1, x.shape[2]!]), at as tf.Tensor1D), shape);
}

/**
 * Sends row i to place i; backwards the same rows are fetched again, without a sum. The inverse is scattered as float32, which a
 * GPU does in its own memory.
 */
function permute(x: tf.Tensor, place: tf.Tensor): tf.Tensor {
  const op = tf.customGrad((...args) => {
    const [x, save] = args as [tf.Tensor, (tensors: tf.Tensor[]) => void];
    const target = tf.cast(tf.reshape(place, [-1, 1]), "int32");
    const source = tf.scatterND(target, tf.range(0, place.size), [place.size]);
    save([place]);
    const gradFunc = (dy: tf.Tensor, [place]: tf.Tensor[]): tf.Tensor => rows(dy, places(place!), dy.shape);
    return { value: rows(x, places(source), x.shape), gradFunc };
  });
  return op(x);
}
