import type { Matrix } from "./audio_engine.ts";

/** A matrix without its zeros: row r has the entries from `starts[r]` to `starts[r + 1]`. */
export interface SparseMatrix {
  /** [rows, columns] */
  shape: [number, number];
  starts: Int32Array;
  /** The column of each entry. */
  columns: Int32Array;
  weights: Float64Array;
}

/** Leaves a matrix's zeros out: a bin lies in two mel filters of a hundred. */
export function sparse({ values, shape: [rows, columns] }: Matrix): SparseMatrix {
  const places: number[] = [], starts = new Int32Array(rows + 1);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) if (values[at] !== 0) places.push(at);
    starts[row + 1] = places.length;
  }
  return {
    shape: [rows, columns],
    starts,
    columns: Int32Array.from(places, (at) => at % columns),
    weights: Float64Array.from(places, (at) => values[at]!),
  };
}

/** [n, rows] times [rows, columns], summed in double precision. */
export function sparseProduct(values: Float32Array, matrix: SparseMatrix): Float32Array {
  const { shape: [rows, columns], starts, columns: columnOf, weights } = matrix;
  const count = values.length / rows,
    out = new Float32Array(count * columns),
    sums = new Float64Array(columns);
  for (let n = 0; n < count; n++) {
    sums.fill(0);
    for (let row = 0, entry = 0; row < rows; row++) {
      const value = values[n * rows + row]!, end = starts[row + 1]!;
      for (; entry < end; entry++) sums[columnOf[entry]!]! += value * weights[entry]!;
    }
    for (let column = 0, at = n * columns; column < columns; column++) out[at + column] = sums[column]!;
  }
  return out;
}
