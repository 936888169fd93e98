/** Several forecasts of the same thing as one. */
export interface EnsembleForecast {
  /** Their mean at each step [K], in the values' unit. */
  mean: Float32Array;
  /** Their standard deviation at each step [K]: how far they differ. */
  deviation: Float32Array;
}

/**
 * Makes one forecast of several: those of networks from different seeds, or of one network with dropout.
 *
 * @param members forecasts [M][K], at least two of one length
 * @returns mean and deviation (by M - 1) at each step
 * @throws {TypeError} when there are fewer than two, or their lengths differ
 * @see Lakshminarayanan et al. 2017, https://arxiv.org/abs/1612.01474
 * @example
 * ```ts
 * import { ensembleForecast } from "unroll/series/mod.ts";
 * ensembleForecast([[1, 5], [3, 5]]); // mean 2, 5; deviation 1.41, 0
 * ```
 */
export function ensembleForecast(members: readonly ArrayLike<number>[]): EnsembleForecast {
  const count = members.length, lengths = [...new Set(members.map(({ length }) => length))];
  if (count < 2 || lengths.length !== 1) {
    throw new TypeError(
      `Cannot make one forecast as of at least two of one length: there are ${count}, of ${
        lengths.join(", ")
      } steps`,
    );
  }
  const steps = Float64Array.from({ length: lengths[0]! }, (_, step) => step);
  const at = (step: number): number[] => members.map((member) => member[step]!);
  const mean = steps.map((step) => at(step).reduce((sum, value) => sum + value) / count);
  const squares = steps.map((step) => at(step).reduce((sum, value) => sum + (value - mean[step]!) ** 2, 0));
  return {
    mean: Float32Array.from(mean),
    deviation: Float32Array.from(squares, (sum) => Math.sqrt(sum / (count - 1))),
  };
}
