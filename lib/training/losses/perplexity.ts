import type { Metric } from "./loss.ts";
import { lossMetric } from "./loss_metric.ts";
import {
  type CrossentropyOptions,
  sparseCategoricalCrossentropy,
} from "./sparse_categorical_crossentropy.ts";

/**
 * The exponential of the mean cross-entropy: between how many equally likely tokens the model hesitates.
 *
 * @param options whether predictions are logits
 * @returns the metric `perplexity`: labels [...] and predictions [..., C]
 * @throws {TypeError} from the metric, when the labels' shape does not fit
 * @example
 * ```ts
 * import { perplexity } from "unroll/training/mod.ts";
 * perplexity({ fromLogits: true }).finish?.(Math.log(66)); // 66
 * ```
 */
export function perplexity(options: CrossentropyOptions = {}): Metric {
  return lossMetric("perplexity", sparseCategoricalCrossentropy(options), Math.exp);
}
