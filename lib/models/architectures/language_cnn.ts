import { tf } from "../../engine/mod.ts";
import { type Normalization, normalization, resizing } from "../../layers/mod.ts";
import { checkSizes } from "./_check_sizes.ts";
import type { LanguageOptions } from "./language_rnn.ts";

/** The sizes of the convolutional model. */
export interface LanguageCNNOptions extends LanguageOptions {
  /** Rows and columns that spectrograms are resized to. @default 128 */
  size?: number;
  /** A normalisation that was adapted to the training spectrograms. @default one that changes nothing until it is adapted */
  normalize?: Normalization;
}

/**
 * Study 000's convolutional network for spoken languages: spectrograms as pictures, resized and normalised, two convolutions, two
 * dense layers; 766,887 parameters, 3 of them not trained.
 *
 * @param options its sizes, and the adapted normalisation
 * @returns the model: spectrograms [B, frames, bins, 1] to logits [B, languages]
 * @throws {RangeError} when a size is not a whole number from 1
 * @example
 * ```ts
 * import { languageCNN } from "unroll/models/mod.ts";
 * languageCNN().countParams(); // 766887
 * ```
 */
export function languageCNN(options: LanguageCNNOptions = {}): tf.Sequential {
  const { frames = 500, bins = 129, languages = 4, dropout = 0.3, seed = 0, size = 128 } = options;
  checkSizes({ frames, bins, languages, size });
  const { conv2d, maxPooling2d, flatten, dense } = tf.layers;
  const kernelInitializer = (index: number) => tf.initializers.glorotUniform({ seed: seed + index });
  const drop = (index: number) => tf.layers.dropout({ rate: dropout, seed: seed + index });
  const convolution = { kernelSize: 3, activation: "relu" } as const;
  return tf.sequential({
    name: "language_cnn",
    layers: [
      resizing({ height: size, width: size, inputShape: [frames, bins, 1] }), // [B, T, F, 1] -> [B, S, S, 1]
      options.normalize ?? normalization(),
      conv2d({ ...convolution, filters: 64, kernelInitializer: kernelInitializer(1) }), // -> [B, S - 2, S - 2, 64]
      maxPooling2d({ poolSize: 3 }),
      drop(2),
      conv2d({ ...convolution, filters: 128, kernelInitializer: kernelInitializer(3) }),
      maxPooling2d({ poolSize: 3 }),
      drop(4),
      flatten(),
      dense({ units: 32, activation: "relu", kernelInitializer: kernelInitializer(5) }),
      dense({ units: languages, kernelInitializer: kernelInitializer(6) }), // -> [B, languages]
    ],
  });
}
