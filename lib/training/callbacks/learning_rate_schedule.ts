import type { Callback } from "./callback.ts";

/**
 * Sets the learning rate before each epoch.
 *
 * @param schedule from the epoch (0-based) and the rate now to the rate of that epoch
 * @returns the callback
 * @throws {RangeError} while training, when the schedule gives a rate that is negative or not finite
 * @see https://keras.io/api/callbacks/learning_rate_scheduler/
 * @example
 * ```ts
 * import { learningRateSchedule } from "unroll/training/mod.ts";
 * const halving = learningRateSchedule((epoch) => 0.001 * 0.5 ** epoch);
 * ```
 */
export function learningRateSchedule(schedule: (epoch: number, rate: number) => number): Callback {
  return {
    onEpochBegin(epoch, { optimizer }) {
      optimizer.learningRate = schedule(epoch, optimizer.learningRate);
    },
  };
}
