import type { Values } from "../values.ts";

/**
 * The rows of a matrix as lists, for tables and heatmaps.
 *
 * @param matrix [N, D]
 * @returns `rows[n][d] = values[n * D + d]`
 * @throws {RangeError} when it has not two dimensions, or its values don't fill them
 * @example
 * ```ts
 * import { oneHot, rowsOf } from "unroll/text/mod.ts";
 * rowsOf(oneHot([1, 0], 2)); // [[0, 1], [1, 0]]
 * ```
 */
export function rowsOf({ values, shape }: Values): number[][] {
  const [rows = -1, columns = -1] = shape;
  if (shape.length !== 2 || rows * columns !== values.length) {
    throw new RangeError(
      `Cannot read ${values.length} values as rows of a matrix: its shape is [${shape.join(", ")}]`,
    );
  }
  return Array.from(
    { length: rows },
    (_, row) => Array.from(values.subarray(row * columns, (row + 1) * columns)),
  );
}
