import { Best, type BestOptions } from "../history/_best.ts";
import { pastEpochs } from "../history/_past_epochs.ts";
import type { Callback } from "./callback.ts";
import type { Logs } from "../history/logs.ts";

/** When and by how much the learning rate is reduced. */
export interface ReduceOnPlateauOptions extends BestOptions {
  /** What the rate is multiplied by. @default 0.1 */
  factor?: number;
  /** Epochs without a better value before that. @default 10 */
  patience?: number;
  /** Epochs after a reduction that are not counted. @default 0 */
  cooldown?: number;
  /** The smallest rate. @default 0 */
  minLearningRate?: number;
  /** What a change has to be at least to count. @default 0.0001 */
  minDelta?: number;
}

/**
 * Reduces the learning rate when a logged value no longer gets better.
 *
 * @param options Keras's, in camelCase
 * @returns the callback
 * @throws {RangeError} when the factor is not between 0 and 1
 * @throws {TypeError} while training, when the monitored name is not logged
 * @see https://keras.io/api/callbacks/reduce_lr_on_plateau/
 * @example
 * ```ts
 * import { reduceOnPlateau } from "unroll/training/mod.ts";
 * const gentler = reduceOnPlateau({ monitor: "loss", factor: 0.5, patience: 2 });
 * ```
 */
export function reduceOnPlateau(options: ReduceOnPlateauOptions = {}): Callback {
  const { factor = 0.1, patience = 10, cooldown = 0, minLearningRate = 0, minDelta = 1e-4 } = options;
  if (!(factor > 0 && factor < 1)) {
    throw new RangeError(`Cannot reduce the learning rate as a factor in (0, 1): ${factor}`);
  }
  let best = new Best({ ...options, minDelta }), wait = 0, rest = 0;
  const isDue = (logs: Logs): boolean => {
    if (rest > 0) [rest, wait] = [rest - 1, 0];
    if (best.take(logs)) wait = 0;
    else if (rest === 0) wait++;
    if (wait < patience || wait === 0) return false;
    [wait, rest] = [0, cooldown];
    return true;
  };
  return {
    onTrainBegin({ history }) {
      [best, wait, rest] = [new Best({ ...options, minDelta }), 0, 0];
      for (const { logs } of pastEpochs(history)) isDue(logs);
    },
    onEpochEnd(_epoch, logs, { optimizer }) {
      if (!isDue(logs)) return;
      const reduced = Math.max(minLearningRate, optimizer.learningRate * factor);
      optimizer.learningRate = Math.min(optimizer.learningRate, reduced);
    },
  };
}
