import { tf } from "../../engine/mod.ts";
import { Breather } from "../_breather.ts";
import { forward } from "../_forward.ts";
import { type BatchValue, toTensor } from "../batches/batch.ts";

/** How predictions are made. */
export interface PredictOptions {
  /** Samples at a time. @default 32 */
  batchSize?: number;
}

/**
 * What a model says about samples, batch by batch.
 *
 * @param model any model with one output
 * @param x the input [N, ...], or one for each input of the model
 * @param options batch size
 * @returns the predictions [N, ...]; the caller disposes them
 * @throws {RangeError} when batchSize is below 1 or there are no samples
 * @throws {TypeError} when x does not fit the model
 * @example
 * ```ts
 * import { predict } from "unroll/training/mod.ts";
 * import { tf } from "unroll/engine/mod.ts";
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3] })] });
 * const predictions = await predict(model, tf.zeros([5, 3]), { batchSize: 2 }); // [5, 2]
 * ```
 */
export async function predict(
  model: tf.LayersModel,
  x: BatchValue | BatchValue[],
  { batchSize = 32 }: PredictOptions = {},
): Promise<tf.Tensor> {
  if (!(batchSize >= 1)) {
    throw new RangeError(`Cannot predict as batches of at least 1 sample: batchSize is ${batchSize}`);
  }
  const inputs = (Array.isArray(x) ? x : [x]).map((one) => toTensor(one));
  const parts: tf.Tensor[] = [];
  try {
    const rows = countRows(inputs.map(({ tensor }) => tensor), model), breather = new Breather();
    for (let row = 0; row < rows; row += batchSize) {
      parts.push(
        predictRows(model, inputs.map(({ tensor }) => tensor), [row, Math.min(batchSize, rows - row)]),
      );
      if (breather.due()) await breather.breathe();
    }
    return tf.concat(parts, 0);
  } finally {
    parts.forEach((part) => part.dispose());
    inputs.forEach(({ tensor, made }) => made && tensor.dispose());
  }
}

function predictRows(model: tf.LayersModel, inputs: tf.Tensor[], [row, count]: [number, number]): tf.Tensor {
  const rest = (tensor: tf.Tensor) => Array(tensor.rank - 1).fill(0);
  return tf.tidy(() => {
    const some = inputs.map((tensor) =>
      tf.slice(tensor, [row, ...rest(tensor)], [count, ...tensor.shape.slice(1)])
    );
    return forward(model, some).output;
  });
}

function countRows(inputs: tf.Tensor[], model: tf.LayersModel): number {
  if (inputs.length !== model.inputs.length) {
    throw new TypeError(
      `Cannot predict as a model of ${model.inputs.length} inputs: received ${inputs.length}`,
    );
  }
  const rows = inputs[0]!.shape[0] ?? 0;
  if (rows === 0) throw new RangeError("Cannot predict as at least one sample: received none");
  if (inputs.every((tensor) => tensor.shape[0] === rows)) return rows;
  throw new TypeError(
    `Cannot predict as inputs of the same rows: received ${inputs.map((t) => t.shape[0]).join(", ")}`,
  );
}
