import { tf } from "../../engine/mod.ts";
import { lstm } from "../../layers/mod.ts";
import { checkSizes } from "./_check_sizes.ts";

/** The sizes of the spoken language models. */
export interface LanguageOptions {
  /** Columns of a spectrogram: 4 s at 16 kHz in hops of 128. @default 500 */
  frames?: number;
  /** Frequencies of a spectrogram: frames of 256 samples. @default 129 */
  bins?: number;
  /** Languages told apart. @default 4 */
  languages?: number;
  /** Share dropped between layers while training. @default 0.3 */
  dropout?: number;
  /** Where the first weights and the dropout come from. @default 0 */
  seed?: number;
}

/**
 * Study 000's best network for spoken languages: two convolutions over time, an LSTM, two dense layers; 101,156 parameters.
 *
 * @param options its sizes
 * @returns the model: spectrograms [B, frames, bins] to logits [B, languages]
 * @throws {RangeError} when a size is not a whole number from 1
 * @example
 * ```ts
 * import { languageRNN } from "unroll/models/mod.ts";
 * languageRNN().countParams(); // 101156
 * ```
 */
export function languageRNN(options: LanguageOptions = {}): tf.Sequential {
  const { frames = 500, bins = 129, languages = 4, dropout = 0.3, seed = 0 } = options;
  checkSizes({ frames, bins, languages });
  const { conv1d, maxPooling1d, dense } = tf.layers, { glorotUniform, orthogonal } = tf.initializers;
  const kernelInitializer = (index: number) => glorotUniform({ seed: seed + index });
  const drop = (index: number) => tf.layers.dropout({ rate: dropout, seed: seed + index });
  const convolution = { kernelSize: 3, activation: "relu" } as const;
  return tf.sequential({
    name: "language_rnn",
    layers: [
      conv1d({
        ...convolution,
        filters: 64,
        inputShape: [frames, bins],
        kernelInitializer: kernelInitializer(1),
      }), // [B, T, F] -> [B, T - 2, 64]
      maxPooling1d({ poolSize: 3, strides: 3 }),
      drop(2),
      conv1d({ ...convolution, filters: 128, kernelInitializer: kernelInitializer(3) }),
      maxPooling1d({ poolSize: 3, strides: 3 }),
      drop(4),
      lstm({
        units: 64,
        kernelInitializer: kernelInitializer(5),
        recurrentInitializer: orthogonal({ seed: seed + 6 }),
      }), // -> [B, 64]
      drop(7),
      dense({ units: 32, activation: "relu", kernelInitializer: kernelInitializer(8) }),
      dense({ units: languages, kernelInitializer: kernelInitializer(9) }),
    ],
  });
}
