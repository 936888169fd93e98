import { Best, type BestOptions } from "../history/_best.ts";
import type { SavedTensor } from "../checkpoints/_checkpoint_file.ts";
import { restoreWeights, saveWeights } from "../checkpoints/_snapshot.ts";
import { pastEpochs } from "../history/_past_epochs.ts";
import type { Callback, Run } from "./callback.ts";
import type { Logs } from "../history/logs.ts";

/** When to stop. */
export interface EarlyStoppingOptions extends BestOptions {
  /** Epochs without a better value before training stops. @default 0 */
  patience?: number;
  /** Puts the best epoch's weights back at the end. @default false */
  restoreBestWeights?: boolean;
  /** The epoch from which to look. @default 0 */
  startFromEpoch?: number;
}

/**
 * Stops training when a logged value no longer gets better. A resumed training counts the epochs before it (and stops at once where they
 * were enough), but puts back only weights that it saw itself: `checkpoints` with a `monitor` keeps the best ones.
 *
 * @param options Keras's, in camelCase
 * @returns the callback
 * @throws {RangeError} when patience is negative
 * @throws {TypeError} while training, when the monitored name is not logged
 * @see https://keras.io/api/callbacks/early_stopping/
 * @example
 * ```ts
 * import { earlyStopping } from "unroll/training/mod.ts";
 * const patient = earlyStopping({ monitor: "val_loss", patience: 3, restoreBestWeights: true });
 * ```
 */
export function earlyStopping(options: EarlyStoppingOptions = {}): Callback {
  const { patience = 0, restoreBestWeights = false, startFromEpoch = 0 } = options;
  if (!(patience >= 0)) throw new RangeError(`Cannot wait as a patience >= 0: ${patience}`);
  let best = new Best(options), wait = 0, kept: SavedTensor[] | null = null;
  const isBetter = (epoch: number, logs: Logs): boolean => {
    if (epoch < startFromEpoch) return false;
    const better = best.take(logs);
    wait = better ? 0 : wait + 1;
    return better;
  };
  const stopIfDue = (run: Run): void => {
    if (wait > 0 && wait >= patience) run.stop(`${best.monitor} got no better for ${wait} epochs`);
  };
  return {
    onTrainBegin(run) {
      [best, wait, kept] = [new Best(options), 0, null];
      pastEpochs(run.history).forEach(({ epoch, logs }) => isBetter(epoch, logs));
      stopIfDue(run);
    },
    async onEpochEnd(epoch, logs, run) {
      const better = isBetter(epoch, logs), first = kept === null && epoch >= startFromEpoch;
      if (restoreBestWeights && (better || first)) kept = await saveWeights(run.model);
      stopIfDue(run);
    },
    onTrainEnd(_history, run) {
      if (kept) restoreWeights(run.model, kept);
      kept = null;
    },
  };
}
