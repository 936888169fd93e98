import { tf } from "../../engine/mod.ts";
import { embedding as embed, lstm } from "../../layers/mod.ts";
import { checkSizes } from "./_check_sizes.ts";

/** The sizes of the word model with two LSTM layers. */
export interface WordLSTMOptions {
  /** Different words. @default 42197, those of Tiny Shakespeare cut at every space */
  vocabularySize?: number;
  /** Numbers that stand for a word. @default 256 */
  embedding?: number;
  /** Size of each of the two recurrent states. @default 512 */
  units?: number;
  /** Where the first weights come from. @default 0 */
  seed?: number;
}

/**
 * Study 000's second model of text, word by word: embedding, two LSTM layers, and a dense layer with softmax. The study gives
 * no sizes: these are ours, and make 36,123,605 parameters.
 *
 * @param options its sizes
 * @returns the model: ids [B, T] to probabilities [B, T, V], for any T; `fromProbabilities` makes a writer of it
 * @throws {RangeError} when a size is not a whole number from 1
 * @example
 * ```ts
 * import { wordLSTM } from "unroll/models/mod.ts";
 * wordLSTM({ vocabularySize: 10, embedding: 4, units: 8 }).countParams();
 * ```
 */
export function wordLSTM(options: WordLSTMOptions = {}): tf.Sequential {
  const { vocabularySize = 42_197, embedding = 256, units = 512, seed = 0 } = options;
  checkSizes({ vocabularySize, embedding, units });
  const { randomUniform, glorotUniform, orthogonal } = tf.initializers;
  const kernelInitializer = (index: number) => glorotUniform({ seed: seed + index });
  const recurrent = (index: number) =>
    lstm({
      units,
      returnSequences: true,
      kernelInitializer: kernelInitializer(index),
      recurrentInitializer: orthogonal({ seed: seed + index + 1 }),
    });
  return tf.sequential({
    name: "word_lstm",
    layers: [
      embed({
        inputDim: vocabularySize,
        outputDim: embedding,
        embeddingsInitializer: randomUniform({ minval: -0.05, maxval: 0.05, seed: seed + 1 }), // Keras's default
        batchInputShape: [null, null],
      }), // [B, T] -> [B, T, E]
      recurrent(2), // -> [B, T, H]
      recurrent(4), // -> [B, T, H]
      tf.layers.dense({
        units: vocabularySize,
        activation: "softmax",
        kernelInitializer: kernelInitializer(6),
      }), // -> [B, T, V]
    ],
  });
}
