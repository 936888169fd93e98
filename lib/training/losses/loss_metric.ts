import type { Loss, Metric } from "./loss.ts";

/**
 * Follows a loss as a metric: without regularisation, and with a last step where there is one.
 *
 * @param name the key in logs and history
 * @param loss what is averaged
 * @param finish what the mean becomes, for example `Math.exp` or `Math.sqrt`
 * @returns the metric
 * @example
 * ```ts
 * import { lossMetric, meanAbsoluteError } from "unroll/training/mod.ts";
 * const mae = lossMetric("mae", meanAbsoluteError());
 * ```
 */
export function lossMetric(name: string, loss: Loss, finish?: (mean: number) => number): Metric {
  return { name, values: loss, finish };
}
