/** How long sounds are. */
export interface DurationStatistics {
  count: number;
  /** All of them together (s). */
  total: number;
  mean: number;
  median: number;
  shortest: number;
  longest: number;
  /** Sounds from `from` to below `to` seconds, and the share of all that are shorter than `to`: a Pareto chart's bars and line. */
  bins: { from: number; to: number; count: number; cumulativeShare: number }[];
}

/**
 * Describes durations: their sum, middle, extremes, and how they are spread.
 *
 * @param seconds the duration of each sound (s)
 * @param edges where bins begin and end, ascending (s); what lies outside is counted in no bin
 * @returns the statistics
 * @throws {RangeError} when there are no durations, one is not from 0 and finite, or the edges don't ascend
 * @example
 * ```ts
 * import { durationStatistics } from "unroll/audio/mod.ts";
 * durationStatistics([4, 7, 9, 20], [0, 6, 15, 30]).bins[1]; // { from: 6, to: 15, count: 2, cumulativeShare: 0.75 }
 * ```
 */
export function durationStatistics(
  seconds: readonly number[],
  edges: readonly number[] = [],
): DurationStatistics {
  const sorted = seconds.toSorted((a, b) => a - b), { length: count } = sorted;
  if (count === 0) throw new RangeError("Cannot describe durations as one or more: there are none");
  const wrong = sorted.find((value) => !(value >= 0 && Number.isFinite(value)));
  if (wrong !== undefined) throw new RangeError(`Cannot describe durations as seconds from 0: ${wrong}`);
  if (edges.some((edge, i) => i > 0 && !(edge > edges[i - 1]!))) {
    throw new RangeError(`Cannot spread durations as over ascending edges: ${edges.join(", ")}`);
  }
  const total = sorted.reduce((sum, value) => sum + value, 0), middle = count / 2;
  const below = (edge: number): number => sorted.filter((value) => value < edge).length;
  return {
    count,
    total,
    mean: total / count,
    median: (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2,
    shortest: sorted[0]!,
    longest: sorted.at(-1)!,
    bins: edges.slice(1).map((to, i) => {
      const from = edges[i]!;
      return { from, to, count: below(to) - below(from), cumulativeShare: below(to) / count };
    }),
  };
}
