import { tf } from "../../engine/mod.ts";
import { embedding as embed, gru } from "../../layers/mod.ts";
import { checkSizes } from "./_check_sizes.ts";

/** The sizes of the character model. */
export interface CharacterGRUOptions {
  /** Different characters, the unknown one included. */
  vocabularySize: number;
  /** Numbers that stand for a character. @default 256 */
  embedding?: number;
  /** Size of the recurrent state. @default 1024 */
  units?: number;
  /** Where the first weights come from. @default 0 */
  seed?: number;
}

/**
 * Study 000's model of text, character by character: embedding, GRU, and a dense layer that gives logits.
 * With a vocabulary of 66 it has 4,022,850 parameters.
 *
 * @param options its sizes
 * @returns the model: ids [B, T] to logits [B, T, V], for any T
 * @throws {RangeError} when a size is not a whole number from 1
 * @example
 * ```ts
 * import { characterGRU } from "unroll/models/mod.ts";
 * characterGRU({ vocabularySize: 10, embedding: 4, units: 8 }).countParams();
 * ```
 */
export function characterGRU(options: CharacterGRUOptions): tf.Sequential {
  const { vocabularySize, embedding = 256, units = 1024, seed = 0 } = options;
  checkSizes({ vocabularySize, embedding, units });
  const { randomUniform, glorotUniform, orthogonal } = tf.initializers;
  const uniform = randomUniform({ minval: -0.05, maxval: 0.05, seed: seed + 1 }); // Keras's default
  return tf.sequential({
    name: "character_gru",
    layers: [
      embed({
        inputDim: vocabularySize,
        outputDim: embedding,
        embeddingsInitializer: uniform,
        batchInputShape: [null, null],
      }), // [B, T] -> [B, T, E]
      gru({
        units,
        returnSequences: true,
        kernelInitializer: glorotUniform({ seed: seed + 2 }),
        recurrentInitializer: orthogonal({ seed: seed + 3 }),
      }), // -> [B, T, H]
      tf.layers.dense({ units: vocabularySize, kernelInitializer: glorotUniform({ seed: seed + 4 }) }), // -> [B, T, V]
    ],
  });
}
