import type { tf } from "../engine/mod.ts";
import type { BestOptions } from "./history/_best.ts";
import type { Dataset } from "./batches/batch.ts";
import { checkpoints } from "./callbacks/checkpoints.ts";
import { fit } from "./fit.ts";
import type { FitOptions } from "./fit_options.ts";
import type { History } from "./history/history.ts";
import { resume } from "./checkpoints/resume.ts";

/** How a model is trained to its best epoch. */
export interface FitBestOptions extends Omit<FitOptions, "resumeFrom" | "initialEpoch" | "initialHistory"> {
  /** Where checkpoints are written, and found again. */
  folder: string;
  /** A folder whose training is taken in place of a new one, where it has a checkpoint. @default none */
  takeFrom?: string;
  /** The logged name that decides which epoch is the best. @default "val_loss" */
  monitor?: string;
  /** Whether more or less of it is better; "auto" takes more for names with "acc". @default "auto" */
  mode?: BestOptions["mode"];
}

/** What `fitBest` leaves beside the model. */
export interface FittedBest {
  /** Every epoch, not the best one alone. */
  history: History;
  /** Whether the training is that of `takeFrom`. */
  taken: boolean;
}

/**
 * Trains a model and leaves it with the weights of its best epoch. Checkpoints survive: a training that was interrupted goes on, a
 * finished one is not repeated.
 *
 * @param model any tfjs model with one output
 * @param data the batches of each epoch
 * @param options those of `fit`, the folder of its checkpoints, what the best epoch is
 * @returns the whole history, and whether it was taken from elsewhere
 * @throws {CorruptError} naming the file, when a checkpoint is damaged
 * @throws {RangeError} as `fit`
 * @throws {TypeError} as `fit`, and when the monitored name is not logged or a checkpoint is of another architecture
 * @example
 * ```ts
 * import { adam, batches, checkpointFolder, fitBest, meanSquaredError } from "unroll/training/mod.ts";
 * import { tf } from "unroll/engine/mod.ts";
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
 * const data = batches({ x: tf.ones([8, 2]), y: tf.ones([8, 1]) }, { batchSize: 4 });
 * const plan = { epochs: 3, optimizer: adam(), loss: meanSquaredError(), validation: data };
 * const { history } = await fitBest(model, data, { ...plan, folder: checkpointFolder("line", Deno.makeTempDirSync()) });
 * ```
 */
export async function fitBest(
  model: tf.LayersModel,
  data: Dataset,
  options: FitBestOptions,
): Promise<FittedBest> {
  const { folder, takeFrom, monitor = "val_loss", mode, callbacks = [], ...rest } = options;
  const { optimizer } = rest;
  const found = takeFrom === undefined ? null : await resume(takeFrom, { model, optimizer });
  const keepBest = checkpoints(folder, { keep: 1, monitor, mode });
  const history = found?.initialHistory ??
    await fit(model, data, { ...rest, resumeFrom: folder, callbacks: [...callbacks, keepBest] });
  await resume(found ? takeFrom! : folder, { model, which: "best" });
  return { history, taken: found !== null };
}
