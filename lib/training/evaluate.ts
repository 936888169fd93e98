import type { tf } from "../engine/mod.ts";
import { Breather } from "./_breather.ts";
import { flatten } from "./_inputs.ts";
import { Meter } from "./_meter.ts";
import { type Step, testStep } from "./_steps.ts";
import type { Dataset } from "./batches/batch.ts";
import type { Logs } from "./history/logs.ts";
import type { Loss, Metric } from "./losses/loss.ts";

/** What is measured. */
export interface EvaluateOptions {
  /** Averaged over positions, with masks and weights. */
  loss: Loss;
  /** What is followed beside the loss. @default [] */
  metrics?: readonly Metric[];
}

/**
 * Measures a model on all batches of a dataset (its epoch 0).
 *
 * @param model any model with one output
 * @param data the batches
 * @param options loss and metrics
 * @returns `loss` (with regularisation, as Keras reports it) and each metric by name
 * @throws {RangeError} when the dataset yields nothing
 * @throws {TypeError} when a batch does not fit the model
 * @example
 * ```ts
 * import { accuracy, batches, evaluate, sparseCategoricalCrossentropy } from "unroll/training/mod.ts";
 * import { tf } from "unroll/engine/mod.ts";
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [3], activation: "softmax" })] });
 * const data = batches({ x: tf.zeros([4, 3]), y: tf.zeros([4], "int32") }, { batchSize: 2, shuffle: false });
 * const { loss } = await evaluate(model, data, { loss: sparseCategoricalCrossentropy(), metrics: [accuracy()] });
 * ```
 */
export async function evaluate(
  model: tf.LayersModel,
  data: Dataset,
  { loss, metrics = [] }: EvaluateOptions,
): Promise<Logs> {
  const step = testStep(model, { loss, metrics });
  try {
    return await measure(data, { model, step, metrics });
  } finally {
    step.dispose();
  }
}

/** One pass of a test step over a dataset; the means as plain numbers, names with the prefix. */
export async function measure(
  data: Dataset,
  { model, step, metrics, prefix = "" }: {
    model: tf.LayersModel;
    step: Step;
    metrics: readonly Metric[];
    prefix?: string;
  },
): Promise<Logs> {
  const meter = new Meter(metrics), breather = new Breather();
  let count = 0;
  try {
    for await (const batch of data.batches(0)) {
      const flat = flatten(batch, model);
      try {
        meter.add(step(flat), flat.size);
      } finally {
        flat.dispose();
      }
      count++;
      if (breather.due()) await breather.breathe();
    }
    if (count === 0) {
      throw new RangeError("Cannot evaluate data as at least one batch: the dataset yielded none");
    }
    await meter.flush();
    return { ...meter.logs(prefix) };
  } finally {
    meter.dispose();
  }
}
