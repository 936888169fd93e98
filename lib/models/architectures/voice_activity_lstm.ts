import { tf } from "../../engine/mod.ts";
import type { Normalization } from "../../layers/mod.ts";
import { checkSizes, namedSizes } from "./_check_sizes.ts";
import { answer, recurrentLayers } from "./_voice_activity.ts";

/** The sizes of study 004's recurrent detectors. */
export interface VoiceActivityLSTMOptions {
  /** Features of a frame. @default 20 */
  features?: number;
  /** Units of each LSTM layer. @default [256], Model_1; [256, 256] is Model_2 */
  units?: readonly number[];
  /** Read in both directions, Model_1B. @default false */
  bidirectional?: boolean;
  /** 1 gives the probability of speech, 2 those of silence and of speech by softmax. @default 1 */
  outputs?: 1 | 2;
  /** A normalisation that was adapted to the training frames. @default none */
  normalize?: Normalization;
  /** Where the first weights come from. @default 0 */
  seed?: number;
}

/**
 * Study 004's detectors of speech on features of sound: LSTM layers that answer at every frame. Model_1 has 283,905 parameters,
 * Model_1B 567,809, Model_2 809,217; PyTorch's LSTM has a second bias of 4 x units in each layer and direction, which adds
 * nothing to what it can learn: 284,929, 569,857 and 811,265 there.
 *
 * @param options its sizes
 * @returns the model: frames [B, T, features] to probabilities [B, T, 1] or [B, T, 2], for any T
 * @throws {RangeError} when a size is not a whole number from 1, there is no LSTM layer, or outputs is not 1 or 2
 * @example
 * ```ts
 * import { voiceActivityLSTM } from "unroll/models/mod.ts";
 * voiceActivityLSTM({ bidirectional: true }).countParams(); // 567809
 * ```
 */
export function voiceActivityLSTM(options: VoiceActivityLSTMOptions = {}): tf.Sequential {
  const { features = 20, units = [256], bidirectional: both = false, outputs = 1, seed = 0 } = options;
  checkSizes({ features, "LSTM layers": units.length, ...namedSizes("LSTM", units) });
  if (outputs !== 1 && outputs !== 2) {
    throw new RangeError(`Cannot build a detector as one of 1 or 2 outputs: ${String(outputs)}`);
  }
  return tf.sequential({
    name: "voice_activity_lstm",
    layers: [
      tf.layers.inputLayer({ inputShape: [null, features] }),
      ...(options.normalize ? [options.normalize] : []), // [B, T, F]
      ...recurrentLayers(units, { both, seed }), // -> [B, T, H]
      answer(outputs, seed + 90), // -> [B, T, outputs]
    ],
  });
}
