import { tf } from "../../engine/mod.ts";
import { embedding as embed } from "../../layers/mod.ts";
import { checkSizes } from "./_check_sizes.ts";

/** The sizes of the convolutional review model. */
export interface ReviewCNNOptions {
  /** Different numbers that a word can have. @default 10_000 */
  vocabularySize?: number;
  /** T: words of a review. @default 500 */
  words?: number;
  /** Numbers that stand for a word. @default 128 */
  embedding?: number;
  /** Filters of each convolution. @default 32 */
  filters?: number;
  /** Words that a filter sees. @default 7 */
  kernelSize?: number;
  /** Words of which the first pooling keeps the strongest. @default 5 */
  poolSize?: number;
  /** Of the last layer; study 002 prints none, "linear". @default "sigmoid" */
  lastActivation?: "sigmoid" | "linear";
  /** Where the first weights come from. @default 0 */
  seed?: number;
}

/**
 * Study 002's convolution over reviews: embedding, two one-dimensional convolutions with pooling between, the maximum over
 * the review, one neuron. With its defaults it has 1,315,937 parameters.
 *
 * @param options its sizes
 * @returns the model: numbers [B, T] to one answer [B, 1]
 * @throws {RangeError} when a size is not a whole number from 1, or `words` are too few for the convolutions
 * @see Chollet (2017), Deep Learning with Python, 6.4
 * @example
 * ```ts
 * import { reviewCNN } from "unroll/models/mod.ts";
 * reviewCNN({ vocabularySize: 10, words: 40, embedding: 4, filters: 2 }).countParams();
 * ```
 */
export function reviewCNN(options: ReviewCNNOptions = {}): tf.Sequential {
  const { vocabularySize = 10_000, words = 500, embedding = 128, filters = 32 } = options;
  const { kernelSize = 7, poolSize = 5, lastActivation = "sigmoid", seed = 0 } = options;
  checkSizes({ vocabularySize, words, embedding, filters, kernelSize, poolSize });
  const least = kernelSize - 1 + poolSize * kernelSize;
  if (words < least) throw new RangeError(`Cannot convolve reviews as of at least ${least} words: ${words}`);
  const weights = (place: number) => tf.initializers.glorotUniform({ seed: seed + place });
  const convolution = (place: number) =>
    tf.layers.conv1d({ filters, kernelSize, activation: "relu", kernelInitializer: weights(place) });
  return tf.sequential({
    name: "review_cnn",
    layers: [
      embed({ inputDim: vocabularySize, outputDim: embedding, inputLength: words, seed }), // [B, T] -> [B, T, E]
      convolution(1), // -> [B, T - 6, F]
      tf.layers.maxPooling1d({ poolSize }), // -> [B, (T - 6) / 5, F]
      convolution(2), // -> [B, (T - 6) / 5 - 6, F]
      tf.layers.globalMaxPooling1d({}), // -> [B, F]
      tf.layers.dense({ units: 1, activation: lastActivation, kernelInitializer: weights(3) }), // -> [B, 1]
    ],
  });
}
