import type { tf } from "../../engine/mod.ts";
import { characterGRU } from "./character_gru.ts";

/** The sizes of the word model. */
export interface WordGRUOptions {
  /** Different words. @default 42197, those of Tiny Shakespeare cut at every space */
  vocabularySize?: number;
  /** Numbers that stand for a word. @default 256 */
  embedding?: number;
  /** Size of the recurrent state. @default 1024 */
  units?: number;
  /** Where the first weights come from. @default 0 */
  seed?: number;
}

/**
 * Study 000's model of text, word by word: the character model with a longer vocabulary; 57,992,661 parameters, nearly all of them
 * in the embedding and the dense layer. The study prints "58M" and no sizes: these are the ones that fit.
 *
 * @param options its sizes
 * @returns the model: ids [B, T] to logits [B, T, V], for any T
 * @throws {RangeError} when a size is not a whole number from 1
 * @example
 * ```ts
 * import { wordGRU } from "unroll/models/mod.ts";
 * wordGRU({ vocabularySize: 10, embedding: 4, units: 8 }).countParams();
 * ```
 */
export function wordGRU({ vocabularySize = 42_197, ...sizes }: WordGRUOptions = {}): tf.Sequential {
  const model = characterGRU({ vocabularySize, ...sizes });
  model.name = "word_gru";
  return model;
}
