import { eigen } from "./_spectrum.ts";
import type { Values } from "../values.ts";

/** Points seen along the directions in which they differ most. */
export interface PrincipalComponents extends Values<Float32Array> {
  /** The share of all variance that lies along each direction, the greatest first. */
  explained: number[];
}

/**
 * Lays points of many dimensions flat (principal component analysis): their mean is taken away, then they are seen along the
 * strongest eigenvectors of their covariance. `values[n * count + c]` is point n along direction c; a direction's
 * sign is such that the point farthest out is positive.
 *
 * @param points [N, D], such as the vectors of some words
 * @param count directions, 2 for a chart
 * @returns [N, count] and how much of the variance it shows
 * @throws {RangeError} when there are not two points, or the count is no whole number from 1 to D
 * @example
 * ```ts
 * import { principalComponents } from "unroll/text/mod.ts";
 * const points = { values: Float32Array.of(0, 0, 1, 2, 2, 4), shape: [3, 2] };
 * (await principalComponents(points, 1)).explained; // [1]: they lie on a line
 * ```
 */
export async function principalComponents(
  { values, shape }: Values<Float32Array>,
  count = 2,
): Promise<PrincipalComponents> {
  const [rows = 0, columns = 0] = shape;
  if (rows < 2) throw new RangeError(`Cannot lay points flat as at least two: ${rows}`);
  if (!(Number.isInteger(count) && count > 0 && count <= columns)) {
    throw new RangeError(`Cannot lay points flat as in 1 to ${columns} directions: ${count}`);
  }
  const centred = withoutMean(values, columns);
  const { vectors, values: variances } = await eigen(covariance(centred, columns), columns);
  const best = Array.from(variances.keys()).sort((a, b) => variances[b]! - variances[a]!).slice(0, count);
  const total = variances.reduce((sum, variance) => sum + Math.max(variance, 0), 0);
  const out = new Float32Array(rows * count);
  best.forEach((direction, c) =>
    along(centred, vectors[direction]!).forEach((value, row) => out[row * count + c] = value)
  );
  return {
    values: out,
    shape: [rows, count],
    explained: best.map((i) => total > 0 ? variances[i]! / total : 0),
  };
}

function withoutMean(values: Float32Array, columns: number): Float64Array {
  const mean = new Float64Array(columns), rows = values.length / columns;
  values.forEach((value, i) => mean[i % columns]! += value / rows);
  return Float64Array.from(values, (value, i) => value - mean[i % columns]!);
}

/** [D, D] */
function covariance(centred: Float64Array, columns: number): Float64Array {
  const sums = new Float64Array(columns * columns);
  for (let row = 0; row < centred.length; row += columns) {
    for (let i = 0; i < columns; i++) {
      for (let j = 0; j < columns; j++) sums[i * columns + j]! += centred[row + i]! * centred[row + j]!;
    }
  }
  return sums;
}

/** [N, D] along one direction -> [N] */
function along(centred: Float64Array, direction: Float64Array): Float64Array {
  const columns = direction.length;
  const out = Float64Array.from(
    { length: centred.length / columns },
    (_, row) => direction.reduce((sum, value, d) => sum + value * centred[row * columns + d]!, 0),
  );
  const farthest = out.reduce((far, value) => Math.abs(value) > Math.abs(far) ? value : far, 0);
  return farthest < 0 ? out.map((value) => -value) : out;
}
