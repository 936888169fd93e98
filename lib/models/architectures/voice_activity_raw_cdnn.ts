import { tf } from "../../engine/mod.ts";
import { logCompression, windowConv1d } from "../../layers/mod.ts";
import { frequencyLayers } from "./voice_activity_cdnn.ts";

/** The sizes of study 004's detector on the waveform itself. */
export interface VoiceActivityRawCDNNOptions {
  /** Filters that are learned in place of features (the study's `P`). @default 40 */
  filters?: number;
  /** Samples that a filter sees (the study's `N`). @default 401 */
  kernelSize?: number;
  /** Samples of a frame's window. @default 560, 35 ms at 16 kHz, as in the CLDNN paper that the study follows */
  windowLength?: number;
  /** Samples from one frame to the next. @default 160, 10 ms */
  hopLength?: number;
  /** Filters of the convolution along the learned features. @default 16 */
  frequencyFilters?: number;
  /** Units of each LSTM layer. @default [16, 16] */
  units?: readonly number[];
  /** Where the first weights come from. @default 0 */
  seed?: number;
}

/**
 * Study 004's Model_CDNN_raw: filters learned on the waveform, the largest output of each window, its logarithm, then the layers
 * of Model_CDNN; 30,722 parameters (30,850 with the second biases of PyTorch's LSTM).
 *
 * The study convolves each window by itself, in a loop over frames; `windowConv1d` takes all windows at once. With the defaults
 * a filter fits into a window at 160 places, as many as a hop has samples, so that nothing is computed twice.
 *
 * @param options its sizes
 * @returns the model: waveforms [B, (T - 1) * hopLength + windowLength, 1] to the probabilities of silence and of speech
 * [B, T, 2], for any T
 * @throws {RangeError} when a size is not a whole number from 1, the window is shorter than a filter, or as `voiceActivityCDNN`
 * @see Sainath et al. (2015), Learning the Speech Front-end with Raw Waveform CLDNNs
 * @example
 * ```ts
 * import { voiceActivityRawCDNN } from "unroll/models/mod.ts";
 * voiceActivityRawCDNN().countParams(); // 30722
 * ```
 */
export function voiceActivityRawCDNN(options: VoiceActivityRawCDNNOptions = {}): tf.Sequential {
  const { filters = 40, kernelSize = 401, windowLength = 560, hopLength = 160, seed = 0 } = options;
  const { frequencyFilters = 16, units = [16, 16] } = options;
  return tf.sequential({
    name: "voice_activity_raw_cdnn",
    layers: [
      windowConv1d({ filters, kernelSize, windowLength, hopLength, seed: seed + 2, inputShape: [null, 1] }), // [B, N, 1] -> [B, T, P]
      logCompression(),
      ...frequencyLayers({ features: filters, filters: frequencyFilters, units, seed }), // -> [B, T, 2]
    ],
  });
}
