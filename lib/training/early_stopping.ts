import { Best, type BestOptions } from "./_best.ts";
import type { SavedTensor } from "./_checkpoint_file.ts";
import { restoreWeights, saveWeights } from "./_snapshot.ts";
import { pastEpochs } from "./_past_epochs.ts";
import type { Callback, Logs } from "./callback.ts";

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
 * Stops training when a logged value no longer gets better. A resumed training counts the epochs before it, but can put back only weights
 * that it saw itself.
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
    const better = epoch >= startFromEpoch && best.take(logs);
    if (epoch >= startFromEpoch) wait = better ? 0 : wait + 1;
    return better;
  };
  return {
    onTrainBegin({ history }) {
      [best, wait, kept] = [new Best(options), 0, null];
      pastEpochs(history).forEach(({ epoch, logs }) => isBetter(epoch, logs));
    },
    async onEpochEnd(epoch, logs, run) {
      const better = isBetter(epoch, logs);
      if (epoch < startFromEpoch) return;
      if (restoreBestWeights && (better || kept === null)) kept = await saveWeights(run.model);
      if (!better && wait >= patience) run.stop(`${best.monitor} got no better for ${wait} epochs`);
    },
    onTrainEnd(_history, run) {
      if (kept) restoreWeights(run.model, kept);
      kept = null;
    },
  };
}
