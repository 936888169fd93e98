/**
 * The usual time between two measurements: the median of the distances of neighbours, so that months (28 to 31 days), repeated
 * and missing rows don't disturb it.
 *
 * @param times ascending moments in milliseconds [N], at least two
 * @returns milliseconds
 * @throws {RangeError} when there are fewer than two
 * @example
 * ```ts
 * import { samplingInterval } from "unroll/series/mod.ts";
 * samplingInterval(Float64Array.of(0, 10, 20, 50, 60)); // 10
 * ```
 */
export function samplingInterval(times: Float64Array): number {
  if (times.length < 2) {
    throw new RangeError(
      `Cannot tell an interval as of at least two measurements: there are ${times.length}`,
    );
  }
  const distances = times.subarray(1).map((time, i) => time - times[i]!).sort();
  return distances[distances.length >> 1]!;
}
