/** Options of `superposedEpochs`. */
export interface SuperposedEpochsOptions {
  /** The first row of each stretch. */
  starts: readonly number[];
  /** Rows of a stretch. */
  length: number;
}

/**
 * The mean course of something that comes again at uneven times: stretches of a series laid one upon the other, each from its own start
 * (superposed epoch analysis). Missing values are left out of the means.
 *
 * @param values evenly spaced values [N]; NaN where one is missing
 * @param options where stretches begin, how long they are
 * @returns `mean[i]` over `values[start + i]` [length]
 * @throws {RangeError} when there is no start, or a stretch lies outside of the series
 * @see Chree 1913, https://doi.org/10.1098/rsta.1913.0003
 * @example
 * ```ts
 * import { superposedEpochs } from "unroll/series/mod.ts";
 * superposedEpochs([0, 4, 1, 0, 0, 6, 3], { starts: [0, 4], length: 3 }); // 0, 5, 2
 * ```
 */
export function superposedEpochs(
  values: ArrayLike<number>,
  { starts, length }: SuperposedEpochsOptions,
): Float32Array {
  const outside = starts.find((start) => !(start >= 0 && start + length <= values.length));
  if (starts.length === 0 || outside !== undefined || !(Number.isInteger(length) && length >= 1)) {
    throw new RangeError(
      `Cannot superpose stretches of ${length} rows as some within ${values.length}: from row ${
        outside ?? "none"
      }`,
    );
  }
  return Float32Array.from({ length }, (_, i) => {
    const there = starts.map((start) => values[start + i]!).filter((value) => !Number.isNaN(value));
    return there.reduce((sum, value) => sum + value, 0) / there.length;
  });
}
