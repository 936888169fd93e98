import { bestEpoch } from "./best_epoch.ts";
import type { History } from "./history.ts";

/** A training in a few numbers. */
export interface TrainingSummary {
  /** Epochs that ran to their end. */
  epochs: number;
  /** Seconds of all of them, validation included. */
  seconds: number;
  /** The median of an epoch's seconds; 0 where none ended. */
  secondsAnEpoch: number;
  /** The first epoch, from 1, after the one with the lowest `val_loss`; null where that was the last one, or nothing was validated. */
  overfitsFrom: number | null;
}

/**
 * How long a training took, and from where on it only learnt its own data by heart.
 *
 * @param history what `fit` returned
 * @returns epochs, seconds, and where overfitting starts
 * @example
 * ```ts
 * import { emptyHistory, trainingSummary } from "unroll/training/mod.ts";
 * const metrics = { loss: [3, 2, 1], val_loss: [3, 2, 4] };
 * trainingSummary({ ...emptyHistory(), epoch: [0, 1, 2], metrics, seconds: [9, 5, 6] }).overfitsFrom; // 3
 * ```
 */
export function trainingSummary(history: History): TrainingSummary {
  const { epoch, metrics, seconds } = history, sorted = [...seconds].sort((a, b) => a - b);
  const lowest = metrics.val_loss ? bestEpoch(history)?.epoch : undefined, last = epoch.at(-1) ?? 0;
  return {
    epochs: epoch.length,
    seconds: seconds.reduce((sum, one) => sum + one, 0),
    secondsAnEpoch: sorted[Math.floor(sorted.length / 2)] ?? 0,
    overfitsFrom: lowest !== undefined && lowest < last ? lowest + 2 : null,
  };
}
