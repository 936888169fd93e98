import type { Measurements } from "../tables/measurements.ts";

/**
 * How columns go together: Pearson's correlation of each pair, over the rows where both have a value.
 *
 * @param measurements the table
 * @returns the columns' names, and their correlations row after row; NaN where a column is constant
 * @throws {RangeError} when there are no rows or columns
 * @example
 * ```ts
 * import { correlations } from "unroll/series/mod.ts";
 * const columns = { up: Float32Array.of(1, 2, 3), down: Float32Array.of(3, 2, 1) };
 * correlations({ times: Float64Array.of(0, 1, 2), columns }).matrix; // [[1, -1], [-1, 1]]
 * ```
 */
export function correlations({ times, columns }: Measurements): { names: string[]; matrix: number[][] } {
  const names = Object.keys(columns);
  if (names.length === 0 || times.length === 0) {
    throw new RangeError(
      `Cannot correlate columns as of some rows: ${names.length} columns of ${times.length} rows`,
    );
  }
  const matrix = names.map((a) => names.map((b) => pearson(columns[a]!, columns[b]!)));
  return { names, matrix };
}

function pearson(x: Float32Array, y: Float32Array): number {
  let n = 0, mx = 0, my = 0, xx = 0, yy = 0, xy = 0; // Welford's running sums: exact enough for pressures near 1000
  for (let i = 0; i < x.length; i++) {
    const a = x[i]!, b = y[i]!;
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    n++;
    const dx = a - mx, dy = b - my;
    mx += dx / n, my += dy / n;
    xx += dx * (a - mx), yy += dy * (b - my), xy += dx * (b - my);
  }
  return xy / Math.sqrt(xx * yy);
}
