import { openOneDNN } from "../onednn/open_library.ts";
import { recurrentPath } from "../recurrent_path.ts";
import { check } from "../onednn/status.ts";
import { withOneThread } from "../onednn/threads.ts";

/** How many rows there are, where each begins, and what they are multiplied with. */
export interface MultiplyRowsOptions {
  /** N, rows. */
  rows: number;
  /** Numbers from one row's beginning to the next one's, in what is read and in what is written. */
  rowLength: Record<"from" | "to", number>;
  /** The matrix [K, C] by rows. */
  weights: Float32Array;
  /** [K, C] */
  shape: readonly [number, number];
}

const asItIs = "N".charCodeAt(0);

/**
 * Multiplies a part of each row with a matrix, in memory that may be an array's or a tensor's own:
 * `to[t · rowLength.to + c] = Σ from[t · rowLength.from + k] · weights[k · C + c]`. What lies between the rows stays as it is. On
 * oneDNN, where it is there, and on one thread: others may be at work on what comes next.
 *
 * @param from begins with the first row's first number that is multiplied
 * @param to begins with the first number that is written
 * @param options how many rows, and the matrix
 * @throws {RangeError} when the rows reach out of either, or the matrix isn't of its shape
 * @example
 * ```ts
 * import { multiplyRows } from "unroll/engine/mod.ts";
 * const to = new Float32Array(2), weights = Float32Array.of(10, 1);
 * multiplyRows(Float32Array.of(1, 2, 3, 4, 5, 6), to, {
 *   ...{ rows: 2, rowLength: { from: 3, to: 1 } },
 *   ...{ weights, shape: [2, 1] },
 * });
 * to; // [12, 45]
 * ```
 */
export function multiplyRows(from: Float32Array, to: Float32Array, options: MultiplyRowsOptions): void {
  checkRows(from, to, options);
  const { rows, rowLength, weights, shape: [inner, columns] } = options;
  const library = recurrentPath() === "portable" ? undefined : openOneDNN();
  if (!library) return inTurn(from, to, options);
  const at = (values: Float32Array) => Deno.UnsafePointer.of(values as BufferSource);
  const [n, c, k] = [BigInt(rows), BigInt(columns), BigInt(inner)] as const;
  const [read, written] = [BigInt(rowLength.from), BigInt(rowLength.to)] as const;
  withOneThread(() =>
    check(
      "dnnl_sgemm",
      library.functions.dnnl_sgemm(
        ...[asItIs, asItIs, n, c, k, 1, at(from), read] as const,
        ...[at(weights), c, 0, at(to), written] as const,
      ),
    )
  );
}

function inTurn(
  from: Float32Array,
  to: Float32Array,
  { rows, rowLength, weights, shape: [inner, columns] }: MultiplyRowsOptions,
): void {
  for (let row = 0; row < rows; row++) {
    for (let c = 0; c < columns; c++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) sum += from[row * rowLength.from + k]! * weights[k * columns + c]!;
      to[row * rowLength.to + c] = sum;
    }
  }
}

/** Native code reads and writes where it is told to. */
function checkRows(
  from: Float32Array,
  to: Float32Array,
  { rows, rowLength, weights, shape: [inner, columns] }: MultiplyRowsOptions,
): void {
  const isWhole = [rows, inner, columns, rowLength.from, rowLength.to].every((n) =>
    Number.isInteger(n) && n >= 1
  );
  const fits = (values: Float32Array, length: number, width: number): boolean =>
    width <= length && (rows - 1) * length + width <= values.length;
  if (isWhole && fits(from, rowLength.from, inner) && fits(to, rowLength.to, columns)) {
    if (weights.length === inner * columns) return;
  }
  throw new RangeError(
    `Cannot multiply ${rows} rows as [${inner}] times [${inner}, ${columns}]: of ${from.length} numbers each ` +
      `${rowLength.from} begin a row, of ${to.length} each ${rowLength.to}, and the matrix has ${weights.length}`,
  );
}
