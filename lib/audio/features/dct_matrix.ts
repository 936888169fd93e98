import { checkWhole } from "../frames/_frame_plan.ts";
import type { Matrix } from "../engine/audio_engine.ts";

/**
 * The orthonormal cosine transform of the second kind as a matrix: `y[k] = Σ x[n] · D[n, k]` with
 * `D[n, k] = sqrt(2 / N) cos(π (n + 1/2) k / N)`, over sqrt(2) where k is 0.
 *
 * @param size N, numbers that are transformed
 * @param coefficients how many of the results are wanted
 * @returns [size, coefficients]
 * @throws {RangeError} when a number is no whole one from 1, or more coefficients are wanted than there are
 * @example
 * ```ts
 * import { dctMatrix } from "unroll/audio/mod.ts";
 * dctMatrix(128, 20).shape; // [128, 20]
 * ```
 */
export function dctMatrix(size: number, coefficients: number): Matrix {
  checkWhole("size", size);
  checkWhole("coefficients", coefficients);
  if (coefficients > size) {
    throw new RangeError(`Cannot transform ${size} numbers as at most as many coefficients: ${coefficients}`);
  }
  const values = new Float32Array(size * coefficients);
  for (let n = 0; n < size; n++) {
    for (let k = 0; k < coefficients; k++) {
      const weight = Math.sqrt((k === 0 ? 1 : 2) / size);
      values[n * coefficients + k] = weight * Math.cos(Math.PI * (n + 0.5) * k / size);
    }
  }
  return { values, shape: [size, coefficients] };
}
