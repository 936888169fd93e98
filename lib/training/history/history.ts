/** An epoch that was stopped before its end. */
export interface PartialEpoch {
  /** Its number, 0-based. */
  epoch: number;
  /** How many batches it had seen. */
  batches: number;
  /** Means over them. */
  logs: Record<string, number>;
}

/** What training left behind: plain data, `JSON.stringify` and back gives the same. */
export interface History {
  /** The epochs that ran to their end, 0-based. */
  epoch: number[];
  /** One value an epoch for `loss`, each metric, and their `val_` twins. */
  metrics: Record<string, number[]>;
  /** Seconds of each epoch, validation included. */
  seconds: number[];
  /** Why training ended before its last epoch; null when it did not. */
  stopped: string | null;
  /** The epoch that was not finished; null when there is none. */
  partial: PartialEpoch | null;
}

/**
 * An empty history.
 *
 * @returns no epochs, not stopped
 * @example
 * ```ts
 * import { emptyHistory } from "unroll/training/mod.ts";
 * emptyHistory().epoch.length; // 0
 * ```
 */
export function emptyHistory(): History {
  return { epoch: [], metrics: {}, seconds: [], stopped: null, partial: null };
}
