import type { TimeWindows } from "./time_windows.ts";

/**
 * The truth that windows foretell.
 *
 * @param values one column of the table [N]
 * @param windows the windows
 * @returns `values[row + targetOffset]`, window after window [W * K]
 * @throws {RangeError} when a window reaches past the values
 * @example
 * ```ts
 * import { timeWindows, windowTargets } from "unroll/series/mod.ts";
 * const level = Float32Array.of(5, 6, 7, 8, 9), times = Float64Array.of(0, 1, 2, 3, 4);
 * windowTargets(level, timeWindows({ times, columns: { level } }, { lookback: 2, delay: 1 })); // 8, 9
 * ```
 */
export function windowTargets(values: Float32Array, { rows, targetOffsets }: TimeWindows): Float32Array {
  const targets = new Float32Array(rows.length * targetOffsets.length), last = targetOffsets.at(-1) ?? 0;
  if ((rows.at(-1) ?? 0) + last >= values.length) {
    throw new RangeError(
      `Cannot take targets as of ${values.length} values: a window reaches row ${rows.at(-1)! + last}`,
    );
  }
  rows.forEach((row, i) =>
    targetOffsets.forEach((offset, k) => targets[i * targetOffsets.length + k] = values[row + offset]!)
  );
  return targets;
}
