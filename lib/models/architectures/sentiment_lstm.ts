import { tf } from "../../engine/mod.ts";
import { bidirectional, dropout as drop, embedding as embed, lstm } from "../../layers/mod.ts";
import { checkSizes, namedSizes } from "./_check_sizes.ts";

/** The sizes of the sentiment model, and what study 001's exercises change. */
export interface SentimentLSTMOptions {
  /** Numbers in the input are below it. @default 10_000 */
  vocabularySize?: number;
  /** Numbers that stand for a word. @default 16 */
  embedding?: number;
  /** Words of a review. @default 120 */
  length?: number;
  /** Units of each LSTM layer; without one the word vectors are averaged instead. @default [64, 32] */
  units?: readonly number[];
  /** Units of each dense layer before the last one. @default [6] */
  dense?: readonly number[];
  /** Activation of those. @default "relu" */
  activation?: "relu" | "tanh";
  /** Share dropped behind the last LSTM layer while training; no such layer at 0. @default 0 */
  dropout?: number;
  /** Read in both directions. @default false */
  bidirectional?: boolean;
  /** Where the first weights and the dropout come from. @default 0 */
  seed?: number;
}

/**
 * Study 001's model of a text's sentiment: embedding, two LSTM layers, two dense layers; 193,357 parameters with the defaults.
 *
 * @param options its sizes
 * @returns the model: word numbers [B, length] to the probability that the text is a good review [B, 1]
 * @throws {RangeError} when a size is not a whole number from 1, or the dropout is outside of [0, 1)
 * @example
 * ```ts
 * import { sentimentLSTM } from "unroll/models/mod.ts";
 * sentimentLSTM({ vocabularySize: 100, units: [8, 4], bidirectional: true }).countParams();
 * ```
 */
export function sentimentLSTM(options: SentimentLSTMOptions = {}): tf.Sequential {
  const all = { ...DEFAULTS, ...options }, { units, dense, activation, dropout, seed } = all;
  const { vocabularySize, embedding, length } = all;
  checkSizes({
    vocabularySize,
    embedding,
    length,
    ...namedSizes("LSTM", units),
    ...namedSizes("dense", dense),
  });
  const first = embed({ inputDim: vocabularySize, outputDim: embedding, inputLength: length, seed });
  const dropped = dropout === 0 ? [] : [drop({ rate: dropout, seed: seed + 50 })];
  return tf.sequential({
    name: "sentiment_lstm",
    layers: [
      first, // [B, T] -> [B, T, E]
      ...(units.length === 0 ? [tf.layers.globalAveragePooling1d({})] : recurrent(all)), // -> [B, H]
      ...dropped,
      ...dense.map((size, i) => denseLayer(size, { activation, seed: seed + 60 + i })),
      denseLayer(1, { activation: "sigmoid", seed: seed + 80 }), // -> [B, 1]
    ],
  });
}

const DEFAULTS: Required<SentimentLSTMOptions> = {
  vocabularySize: 10_000,
  embedding: 16,
  length: 120,
  units: [64, 32],
  dense: [6],
  activation: "relu",
  dropout: 0,
  bidirectional: false,
  seed: 0,
};

/** All but the last give every step. */
function recurrent({ units, bidirectional: both, seed }: Required<SentimentLSTMOptions>): tf.layers.Layer[] {
  return units.map((size, i) => {
    const layer = lstm({ units: size, returnSequences: i < units.length - 1, seed: seed + 10 * (i + 1) });
    return both ? bidirectional({ layer }) : layer;
  });
}

function denseLayer(
  units: number,
  { activation, seed }: { activation: "relu" | "tanh" | "sigmoid"; seed: number },
): tf.layers.Layer {
  return tf.layers.dense({ units, activation, kernelInitializer: tf.initializers.glorotUniform({ seed }) });
}
