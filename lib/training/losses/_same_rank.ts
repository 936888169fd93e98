import { tf } from "../../engine/mod.ts";

/** Labels of the predictions' rank: a missing last axis of size 1 is added, as in Keras. */
export function sameRank(labels: tf.Tensor, predictions: tf.Tensor): tf.Tensor {
  const cast = labels.toFloat();
  if (labels.rank === predictions.rank - 1 && predictions.shape.at(-1) === 1) return tf.expandDims(cast, -1);
  const fits = labels.rank === predictions.rank &&
    labels.shape.every((size, axis) => size === predictions.shape[axis] || size === 1);
  if (fits) return cast;
  throw new TypeError(
    `Cannot compare labels with predictions as [${predictions.shape.join(", ")}]: the labels' shape is [${
      labels.shape.join(", ")
    }]`,
  );
}

/** Class numbers [..., 1] or [...] as int32 [...], checked against predictions [..., C]. */
export function classNumbers(labels: tf.Tensor, predictions: tf.Tensor): tf.Tensor {
  const squeeze = labels.rank === predictions.rank && labels.shape.at(-1) === 1;
  const numbers = squeeze ? tf.squeeze(labels, [labels.rank - 1]) : labels;
  const expected = predictions.shape.slice(0, -1);
  if (
    numbers.shape.length === expected.length && numbers.shape.every((size, axis) => size === expected[axis])
  ) {
    return numbers.toInt();
  }
  throw new TypeError(
    `Cannot compare class numbers with predictions [${predictions.shape.join(", ")}] as [${
      expected.join(", ")
    }]: their shape is [${labels.shape.join(", ")}]`,
  );
}
