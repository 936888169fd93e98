import type { Callback } from "./callback.ts";

/**
 * Starts the state of stateful layers anew before each epoch, where `statefulBatches` begins its streams again. Keras leaves this
 * to the caller too; without it an epoch begins with the state of the last one's end.
 *
 * @returns the callback
 * @example
 * ```ts
 * import { resetStates } from "unroll/training/mod.ts";
 * const callbacks = [resetStates()];
 * ```
 */
export function resetStates(): Callback {
  return { onEpochBegin: (_epoch, run) => run.model.resetStates() };
}
