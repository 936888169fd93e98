import { sparseSoftmaxCrossEntropy } from "../../engine/mod.ts";
import { classNumbers } from "./_same_rank.ts";
import { sparseFromProbabilities } from "./_sparse_from_probabilities.ts";
import type { Loss } from "./loss.ts";

/** What the predictions of a cross-entropy are. */
export interface CrossentropyOptions {
  /** True when the model ends without softmax or sigmoid. @default false */
  fromLogits?: boolean;
}

/**
 * Cross-entropy between class numbers and a distribution over classes.
 *
 * @param options whether predictions are logits
 * @returns the loss: labels [...] and predictions [..., C] to [...], `-log p(label)` in nats
 * @throws {TypeError} from the loss, when the labels' shape is not the predictions' without the last axis
 * @see https://keras.io/api/losses/probabilistic_losses/
 * @example
 * ```ts
 * import { sparseCategoricalCrossentropy } from "unroll/training/mod.ts";
 * const loss = sparseCategoricalCrossentropy({ fromLogits: true });
 * ```
 */
export function sparseCategoricalCrossentropy({ fromLogits = false }: CrossentropyOptions = {}): Loss {
  return (labels, predictions) => {
    const classes = classNumbers(labels, predictions);
    return fromLogits
      ? sparseSoftmaxCrossEntropy(classes, predictions)
      : sparseFromProbabilities(classes, predictions);
  };
}
