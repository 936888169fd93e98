import { tf } from "../../engine/mod.ts";
import { embedding as embed, lstm } from "../../layers/mod.ts";
import { checkSizes } from "./_check_sizes.ts";

/** The sizes of study 003's character model. */
export interface CharacterLSTMOptions {
  /** Different characters. */
  vocabularySize: number;
  /** Numbers that stand for a character. @default 256 */
  embedding?: number;
  /** Size of each of the two recurrent states. @default 1024 */
  units?: number;
  /** Rows of each batch that the model will read; needed where it is stateful. @default any number */
  batchSize?: number | null;
  /** Start each batch where the one before ended. @default true, as in the study */
  stateful?: boolean;
  /** Where the first weights come from. @default 0 */
  seed?: number;
}

/**
 * Study 003's model of text, character by character: embedding, LSTM with a Glorot-uniform recurrent kernel, and a dense layer
 * that gives logits. With a vocabulary of 92 it has 5,364,828 parameters. A batch size is part of a stateful model and
 * no part of its weights: build it again with another one and hand the weights over, as the study does for writing.
 *
 * @param options its sizes
 * @returns the model: ids [B, T] to logits [B, T, V], for any T
 * @throws {RangeError} when a size is not a whole number from 1
 * @throws {TypeError} when it is stateful and has no batch size
 * @example
 * ```ts
 * import { characterLSTM } from "unroll/models/mod.ts";
 * const trained = characterLSTM({ vocabularySize: 10, embedding: 4, units: 8, batchSize: 64 });
 * const writer = characterLSTM({ vocabularySize: 10, embedding: 4, units: 8, batchSize: 1 });
 * writer.setWeights(trained.getWeights());
 * ```
 */
export function characterLSTM(options: CharacterLSTMOptions): tf.Sequential {
  const { vocabularySize, embedding = 256, units = 1024, batchSize = null, stateful = true, seed = 0 } =
    options;
  checkSizes({ vocabularySize, embedding, units, ...(batchSize === null ? {} : { batchSize }) });
  if (stateful && batchSize === null) {
    throw new TypeError("Cannot build a stateful model as one with a batch size: batchSize is missing");
  }
  const { randomUniform, glorotUniform } = tf.initializers;
  const uniform = randomUniform({ minval: -0.05, maxval: 0.05, seed: seed + 1 }); // Keras's default
  return tf.sequential({
    name: "character_lstm",
    layers: [
      embed({
        inputDim: vocabularySize,
        outputDim: embedding,
        embeddingsInitializer: uniform,
        batchInputShape: [batchSize, null],
      }), // [B, T] -> [B, T, E]
      lstm({
        units,
        stateful,
        returnSequences: true,
        kernelInitializer: glorotUniform({ seed: seed + 2 }),
        recurrentInitializer: glorotUniform({ seed: seed + 3 }),
      }), // -> [B, T, H]
      tf.layers.dense({ units: vocabularySize, kernelInitializer: glorotUniform({ seed: seed + 4 }) }), // -> [B, T, V]
    ],
  });
}
