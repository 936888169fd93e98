import { Best, type BestOptions } from "./_best.ts";
import type { Logs } from "./logs.ts";
import type { History } from "./history.ts";
import { pastEpochs } from "./_past_epochs.ts";

/** An epoch and what was measured in it. */
export interface BestEpoch {
  /** Its number, 0-based. */
  epoch: number;
  /** Loss, metrics and their `val_` twins. */
  logs: Logs;
}

/**
 * The epoch with the best value: of `val_loss`, the last one before overfitting starts.
 *
 * @param history what `fit` returned
 * @param options which value, and whether more or less of it is better
 * @returns the first epoch with that value, or null where no epoch ended
 * @throws {TypeError} when the history has no such value
 * @example
 * ```ts
 * import { bestEpoch, emptyHistory } from "unroll/training/mod.ts";
 * const history = { ...emptyHistory(), epoch: [0, 1, 2], metrics: { loss: [3, 2, 1], val_loss: [3, 2, 4] } };
 * bestEpoch(history)?.epoch; // 1
 * ```
 */
export function bestEpoch(history: History, options: BestOptions = {}): BestEpoch | null {
  const best = new Best(options);
  return pastEpochs(history).filter(({ logs }) => best.take(logs)).at(-1) ?? null;
}
