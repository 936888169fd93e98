import { join } from "node:path";
import { CorruptError } from "../../core/mod.ts";
import type { tf } from "../../engine/mod.ts";
import { type Checkpoint, decodeCheckpoint } from "./_checkpoint_file.ts";
import { checkpointFiles, fileName } from "./_checkpoint_folder_listing.ts";
import { restoreOptimizer, restoreWeights } from "./_snapshot.ts";
import type { History } from "../history/history.ts";
import type { Optimizer } from "../optimizers/optimizer.ts";

/** What is put back, and how much damage is tolerated. */
export interface ResumeOptions {
  /** Of the checkpoint's architecture. */
  model: tf.LayersModel;
  /** Left out where the model is only used, not trained on. */
  optimizer?: Optimizer;
  /** The newest, the one that `checkpoints` kept for its monitor, or the one after so many epochs. @default "newest" */
  which?: "newest" | "best" | number;
  /** Goes to the one before it when the newest is damaged, instead of throwing. @default false */
  fallBack?: boolean;
}

/** Options of `fit` that go on from a checkpoint. */
export interface Resumed {
  initialEpoch: number;
  initialHistory: History;
  seed: number;
}

/**
 * Puts a checkpoint of a folder back into a model and its optimizer.
 *
 * @param folder where `checkpoints` wrote
 * @param options the model, the optimizer, and which checkpoint
 * @returns what `fit` goes on from (spread it into its options), or null where the folder has no such checkpoint
 * @throws {CorruptError} naming the file, when it is cut off or damaged and there is nothing to fall back on
 * @throws {TypeError} when the checkpoint is of another architecture or optimizer
 * @example
 * ```ts
 * import { adam, checkpointFolder, resume } from "unroll/training/mod.ts";
 * import { tf } from "unroll/engine/mod.ts";
 * const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
 * const resumed = await resume(checkpointFolder("line"), { model, optimizer: adam() }); // null the first time
 * ```
 */
export async function resume(
  folder: string,
  { model, optimizer, which = "newest", fallBack = false }: ResumeOptions,
): Promise<Resumed | null> {
  const names = which === "newest"
    ? await checkpointFiles(folder)
    : [which === "best" ? "best.checkpoint" : fileName(which)];
  const found = await firstWhole(names.map((name) => join(folder, name)), fallBack);
  if (!found) return null;
  restoreWeights(model, found.weights);
  if (optimizer) restoreOptimizer(optimizer, model, found.optimizer);
  return { initialEpoch: found.epoch, initialHistory: found.history, seed: found.seed };
}

async function firstWhole(paths: string[], fallBack: boolean): Promise<Checkpoint | null> {
  let damage: CorruptError | null = null;
  for (const path of paths) {
    try {
      return decodeCheckpoint(await Deno.readFile(path), path);
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) continue;
      if (!(error instanceof CorruptError && fallBack)) throw error;
      damage ??= error;
    }
  }
  if (damage) throw damage;
  return null;
}
