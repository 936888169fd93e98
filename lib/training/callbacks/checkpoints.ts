import { join } from "node:path";
import { encodeCheckpoint } from "../checkpoints/_checkpoint_file.ts";
import { checkpointFiles, fileName } from "../checkpoints/_checkpoint_folder_listing.ts";
import { snapshot } from "../checkpoints/_snapshot.ts";
import { type Write, writeWhole } from "../../core/mod.ts";
import { Best, type BestOptions } from "../history/_best.ts";
import type { Callback, Run } from "./callback.ts";

/** When checkpoints are written and which stay. */
export interface CheckpointsOptions {
  /** How many of the newest stay. @default 2 */
  keep?: number;
  /** Epochs between two of them; the last epoch always gets one. @default 1 */
  every?: number;
  /** A logged name whose best epoch stays as `best.checkpoint`, such as `val_loss`. @default none */
  monitor?: string;
  /** Whether more or less is better; "auto" takes more for names with "acc". @default "auto" */
  mode?: "auto" | "min" | "max";
  /** Writes a file, in place of the disk. */
  write?: Write;
}

/**
 * Writes weights, optimizer state, epoch, history and seed into a folder, one file an epoch. Each is written beside its place and then
 * renamed, so that a full disk or a crash leaves the one before it whole. `fit`'s `resumeFrom` goes on from the newest.
 *
 * @param folder where; made when it is not there
 * @param options how often and how many
 * @returns the callback
 * @throws {RangeError} when keep or every is below 1
 * @example
 * ```ts
 * import { checkpointFolder, checkpoints } from "unroll/training/mod.ts";
 * const saved = checkpoints(checkpointFolder("shakespeare"), { keep: 2, monitor: "val_loss" });
 * ```
 */
export function checkpoints(folder: string, options: CheckpointsOptions = {}): Callback {
  const { keep = 2, every = 1, monitor, mode, write } = options;
  for (const [name, value] of Object.entries({ keep, every })) {
    if (!(value >= 1)) throw new RangeError(`Cannot keep checkpoints as ${name} >= 1: ${value}`);
  }
  let best: Best | null = null;
  return {
    async onTrainBegin(run) {
      best = monitor === undefined ? null : bestSoFar({ monitor, mode }, run);
      await Deno.mkdir(folder, { recursive: true });
    },
    async onEpochEnd(epoch, logs, run) {
      const last = epoch + 1 === run.epochs || run.history.stopped !== null;
      const due = last || (epoch + 1) % every === 0, better = best?.take(logs) ?? false;
      if (!due && !better) return;
      const saved = await snapshot(run, epoch + 1);
      if (better) await writeWhole(join(folder, "best.checkpoint"), encodeCheckpoint(saved), write);
      if (!due) return;
      await writeWhole(join(folder, fileName(epoch + 1)), encodeCheckpoint(saved), write);
      await prune(folder, keep);
    },
  };
}

/** The best of the epochs before this run, so that a resumed training keeps an older, better file. */
function bestSoFar(options: BestOptions & { monitor: string }, { history }: Run): Best {
  const best = new Best(options);
  for (const value of history.metrics[options.monitor] ?? []) {
    best.take({ loss: NaN, [options.monitor]: value });
  }
  return best;
}

async function prune(folder: string, keep: number): Promise<void> {
  const files = await checkpointFiles(folder);
  for (const name of files.slice(keep)) await Deno.remove(join(folder, name));
}
