import { tf } from "../engine/mod.ts";
import type { NextTokenModel, RecurrentState } from "./next_token_model.ts";

/** Below it a probability counts as this one: log(0) is no number. */
const SMALLEST = 1e-37;

/**
 * Lets a model that ends in softmax write text: samplers take logits, and the logarithm of a probability is one. Probabilities taken
 * for logits make every token about equally likely, at any temperature.
 *
 * @param model a stepper whose `logits` are probabilities, [B, V]
 * @returns the same model with their logarithms
 * @example
 * ```ts
 * import { fromProbabilities, generateText } from "unroll/generation/mod.ts";
 * import { oneToken, wordLSTM } from "unroll/models/mod.ts";
 * import { wordVocabulary } from "unroll/text/mod.ts";
 *
 * const vocabulary = wordVocabulary("to be or not to be");
 * const network = wordLSTM({ vocabularySize: vocabulary.size, embedding: 4, units: 8 });
 * const writer = { model: fromProbabilities(oneToken(network)), vocabulary };
 * const text = await generateText(writer, "to be", { length: 5 }).text();
 * ```
 */
export function fromProbabilities<State extends RecurrentState>(
  model: NextTokenModel<State>,
): NextTokenModel<State> {
  return {
    start: (batch) => model.start(batch),
    step(ids, before) {
      const { logits: probabilities, state } = model.step(ids, before);
      return { logits: tf.log(tf.maximum(probabilities, SMALLEST)) as tf.Tensor2D, state };
    },
  };
}
