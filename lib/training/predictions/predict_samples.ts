import { tf } from "../../engine/mod.ts";
import { Breather } from "../_breather.ts";
import { Dropouts } from "../_dropout.ts";
import { forward } from "../_forward.ts";

/** Options of `predictSamples`. */
export interface PredictSamplesOptions {
  /** How many answers to each row. */
  samples: number;
  /** Where the dropped units are drawn from. @default 0 */
  seed?: number;
}

/**
 * Asks a model several times with its dropout on, as in training: the answers differ as much as the dropped units matter, which
 * is a cheap measure of how sure the model is (Monte Carlo dropout). The same seed gives the same answers.
 *
 * @param model a model with one input, one output and dropout in it
 * @param x the input [N, ...]
 * @param options how many answers, from which draws
 * @returns the answers [samples, N, ...]; the caller disposes them
 * @throws {RangeError} when samples is no whole number from 1
 * @see Gal, Ghahramani 2016, https://arxiv.org/abs/1506.02142
 * @example
 * ```ts
 * import { predictSamples } from "unroll/training/mod.ts";
 * import { dropout } from "unroll/layers/mod.ts";
 * import { tf } from "unroll/engine/mod.ts";
 * const model = tf.sequential({ layers: [dropout({ rate: 0.5, inputShape: [2] }), tf.layers.dense({ units: 1 })] });
 * (await predictSamples(model, tf.ones([3, 2]), { samples: 10 })).shape; // [10, 3, 1]
 * ```
 */
export async function predictSamples(
  model: tf.LayersModel,
  x: tf.Tensor,
  { samples, seed = 0 }: PredictSamplesOptions,
): Promise<tf.Tensor> {
  if (!(Number.isInteger(samples) && samples >= 1)) {
    throw new RangeError(`Cannot draw samples as a whole number from 1: ${samples}`);
  }
  const answers: tf.Tensor[] = [], breather = new Breather(), dropouts = new Dropouts(model);
  try {
    for (let i = 0; i < samples; i++) {
      dropouts.start(seed, i);
      answers.push(tf.tidy(() => forward(model, [x], { training: true }).output)); // [N, ...]
      if (breather.due()) await breather.breathe();
    }
    return tf.stack(answers);
  } finally {
    tf.dispose(answers);
    dropouts.dispose();
  }
}
