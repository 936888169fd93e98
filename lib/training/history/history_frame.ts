import type { DataFrame } from "danfojs-node"; // tables for people, as study 001 uses pandas; MIT; loaded only when asked for
import type { History } from "./history.ts";

/**
 * A training's history as a danfo DataFrame, as `pd.DataFrame(history.history)` is in Python: one column a metric, one row an epoch.
 *
 * @param history what `fit` returned, at least one epoch
 * @returns the frame [epochs, metrics]; its index is the epoch's number from 1
 * @throws {RangeError} when no epoch ran to its end
 * @example
 * ```ts
 * import { historyFrame } from "unroll/training/mod.ts";
 * const history = { epoch: [0, 1], metrics: { loss: [0.7, 0.6] }, seconds: [1, 1], stopped: null, partial: null };
 * (await historyFrame(history)).columns; // ["loss"]
 * ```
 */
export async function historyFrame({ epoch, metrics }: History): Promise<DataFrame> {
  if (epoch.length === 0) {
    throw new RangeError("Cannot make a frame as of at least one epoch: none ran to its end");
  }
  const { DataFrame } = await import("danfojs-node");
  return new DataFrame(metrics, { index: epoch.map((number) => number + 1) });
}
