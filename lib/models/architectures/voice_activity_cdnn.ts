import { tf } from "../../engine/mod.ts";
import type { Normalization } from "../../layers/mod.ts";
import { checkSizes, namedSizes } from "./_check_sizes.ts";
import { answer, recurrentLayers } from "./_voice_activity.ts";

/** The sizes of study 004's convolutional detector. */
export interface VoiceActivityCDNNOptions {
  /** Features of a frame (the study's `P`): neighbours should be alike, as mel bands are. @default 40 */
  features?: number;
  /** Filters of the convolution along the features. @default 32 */
  filters?: number;
  /** Features that a filter sees. @default 8 */
  kernelSize?: number;
  /** Neighbouring outputs of which the largest is kept. @default 3 */
  poolSize?: number;
  /** Units of each LSTM layer. @default [32] */
  units?: readonly number[];
  /** A normalisation that was adapted to the training frames. @default none */
  normalize?: Normalization;
  /** Where the first weights come from. @default 0 */
  seed?: number;
}

/**
 * Study 004's Model_CDNN: each frame is a picture of one row, convolved along its features, and an LSTM reads what is found; 49,634
 * parameters (49,762 with the second bias of PyTorch's LSTM).
 *
 * @param options its sizes
 * @returns the model: frames [B, T, features] to the probabilities of silence and of speech [B, T, 2], for any T
 * @throws {RangeError} when a size is not a whole number from 1, there is no LSTM layer, or the features leave nothing to pool
 * @example
 * ```ts
 * import { voiceActivityCDNN } from "unroll/models/mod.ts";
 * voiceActivityCDNN().countParams(); // 49634
 * ```
 */
export function voiceActivityCDNN(options: VoiceActivityCDNNOptions = {}): tf.Sequential {
  const { features = 40, normalize } = options;
  checkSizes({ features });
  return tf.sequential({
    name: "voice_activity_cdnn",
    layers: [
      tf.layers.inputLayer({ inputShape: [null, features] }),
      ...(normalize ? [normalize] : []), // [B, T, P]
      ...frequencyLayers({ ...options, features }), // -> [B, T, 2]
    ],
  });
}

/** Everything behind the features: convolution along them, LSTM layers, the answer. */
export function frequencyLayers(
  options: VoiceActivityCDNNOptions & { features: number },
): tf.layers.Layer[] {
  const { features, filters = 32, kernelSize = 8, poolSize = 3, units = [32], seed = 0 } = options;
  const convolved = features - kernelSize + 1, pooled = Math.floor(convolved / poolSize);
  checkSizes({ filters, kernelSize, poolSize, "LSTM layers": units.length, ...namedSizes("LSTM", units) });
  if (!(pooled >= 1)) {
    throw new RangeError(
      `Cannot convolve as at least ${kernelSize + poolSize - 1} features: there are ${features}`,
    );
  }
  const { reshape, conv2d, maxPooling2d, reLU } = tf.layers;
  const kernelInitializer = tf.initializers.glorotUniform({ seed: seed + 1 });
  return [
    reshape({ targetShape: [-1, features, 1] }), // [B, T, P] -> [B, T, P, 1]
    conv2d({ filters, kernelSize: [1, kernelSize], kernelInitializer }), // -> [B, T, P - k + 1, C]
    maxPooling2d({ poolSize: [1, poolSize] }),
    reLU(),
    reshape({ targetShape: [-1, pooled * filters] }), // -> [B, T, pooled * C]
    ...recurrentLayers(units, { seed }), // -> [B, T, H]
    answer(2, seed + 90), // -> [B, T, 2]
  ];
}
