import { assertShape } from "../core/mod.ts";
import { tf } from "../engine/mod.ts";

/** Options of `autoregressiveForecast`. */
export interface AutoregressiveForecastOptions {
  /** How many steps to foretell. */
  steps: number;
  /** What is known of each of these steps beforehand [B, steps, K], such as the hour of the day: the last K columns of the input. @default none */
  known?: tf.Tensor3D;
}

/**
 * Foretells many steps with a model that foretells one: each forecast is appended to the input, whose first step is dropped, and the
 * model reads on from its own words. Its errors add up that way.
 *
 * @param model windows [B, T, C + K] to the next step [B, C]
 * @param start the windows to begin with [B, T, C + K]
 * @param options how many steps, and what of them is known
 * @returns the forecasts [B, steps, C]; the caller disposes them
 * @throws {RangeError} when steps is no whole number from 1
 * @throws {TypeError} when shapes don't fit
 * @example
 * ```ts
 * import { autoregressiveForecast } from "unroll/generation/mod.ts";
 * import { tf } from "unroll/engine/mod.ts";
 * const model = tf.sequential({ layers: [tf.layers.flatten({ inputShape: [2, 1] }), tf.layers.dense({ units: 1 })] });
 * autoregressiveForecast(model, tf.ones([5, 2, 1]), { steps: 3 }).shape; // [5, 3, 1]
 * ```
 */
export function autoregressiveForecast(
  model: tf.LayersModel,
  start: tf.Tensor3D,
  { steps, known }: AutoregressiveForecastOptions,
): tf.Tensor3D {
  if (!(Number.isInteger(steps) && steps >= 1)) {
    throw new RangeError(`Cannot forecast as a whole number of steps from 1: ${steps}`);
  }
  const [rows, , width] = start.shape, aside = known?.shape[2] ?? 0;
  if (known) assertShape(known.shape, [rows, steps, aside], "known");
  return tf.tidy(() => {
    const said: tf.Tensor3D[] = [];
    let window = start;
    for (let step = 0; step < steps; step++) {
      const answer = model.predict(window) as tf.Tensor; // [B, T, C + K] -> [B, C]
      assertShape(answer.shape, [rows, width - aside], "the model's forecast");
      const next = tf.reshape(answer, [rows, 1, width - aside]) as tf.Tensor3D;
      const whole = known ? tf.concat([next, tf.slice(known, [0, step, 0], [rows, 1, aside])], 2) : next;
      window = tf.concat([tf.slice(window, [0, 1, 0]), whole], 1);
      said.push(next);
    }
    return tf.concat(said, 1); // [B, steps, C]
  });
}
