import { tf } from "../../engine/mod.ts";
import { Breather } from "../_breather.ts";
import { forward } from "../_forward.ts";
import { flatten, unflatten } from "../_inputs.ts";
import type { Dataset } from "../batches/batch.ts";
import type { Loss } from "../losses/loss.ts";

/** What is measured at each step. */
export interface LossByStepOptions {
  /** One number for each row and step, e.g. `sparseCategoricalCrossentropy({ fromLogits: true })`. */
  loss: Loss;
}

/**
 * The mean loss at each step of the sequences: how well a model does with much and with little behind it. The state of stateful
 * layers moves on from batch to batch, as in training.
 *
 * @param model a model that answers at every step
 * @param data labels [B, T]; every batch of the same T
 * @param options the loss
 * @returns `losses[t]` is the mean over all rows of epoch 0 at step t
 * @throws {TypeError} when the loss is no matrix [B, T] of the same T in every batch
 * @throws {RangeError} when the dataset yields nothing
 * @example
 * ```ts
 * import { lossByStep, sparseCategoricalCrossentropy, statefulBatches } from "unroll/training/mod.ts";
 * import { tf } from "unroll/engine/mod.ts";
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [5, 3] })] });
 * const data = statefulBatches({ x: tf.zeros([4, 5, 3]), y: tf.zeros([4, 5], "int32") }, { batchSize: 2 });
 * const losses = await lossByStep(model, data, { loss: sparseCategoricalCrossentropy({ fromLogits: true }) }); // five
 * ```
 */
export async function lossByStep(
  model: tf.LayersModel,
  data: Dataset,
  { loss }: LossByStepOptions,
): Promise<number[]> {
  const sums: number[] = [], breather = new Breather();
  let rows = 0;
  for await (const batch of data.batches(0)) {
    const flat = flatten(batch, model);
    try {
      const steps = await stepSums(model, flat, loss);
      if (rows > 0 && steps.length !== sums.length) throw notSteps([flat.size, steps.length]);
      steps.forEach((sum, t) => sums[t] = (sums[t] ?? 0) + sum);
      rows += flat.size;
    } finally {
      flat.dispose();
    }
    if (breather.due()) await breather.breathe();
  }
  if (rows === 0) throw new RangeError("Cannot measure data as at least one batch: the dataset yielded none");
  return sums.map((sum) => sum / rows);
}

/** The loss of a batch, summed over its rows: [T]. */
async function stepSums(
  model: tf.LayersModel,
  { tensors, layout }: ReturnType<typeof flatten>,
  loss: Loss,
): Promise<Float32Array> {
  const sums = tf.tidy(() => {
    const { inputs, labels } = unflatten(tensors, layout);
    const losses = loss(labels, forward(model, inputs).output); // [B, T]
    if (losses.rank !== 2) throw notSteps(losses.shape);
    return tf.sum(losses, 0);
  });
  try {
    return await sums.data<"float32">();
  } finally {
    sums.dispose();
  }
}

function notSteps(shape: readonly number[]): TypeError {
  return new TypeError(
    `Cannot measure the loss of each step as [B, T] with one T: it is [${shape.join(", ")}]`,
  );
}
