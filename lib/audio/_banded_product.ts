import type { Matrix } from "./audio_engine.ts";

/** A matrix whose columns are zero above and below some rows in a row, as mel filters are: only those are kept. */
export interface BandedMatrix {
  /** [rows, columns] */
  shape: [number, number];
  /** The first row of each column that is kept. */
  firsts: Int32Array;
  /** Column c has the weights from `starts[c]` to `starts[c + 1]`. */
  starts: Int32Array;
  weights: Float64Array;
}

/** A matrix comes again with each batch of rows. */
const known = new WeakMap<Matrix, BandedMatrix>();

/** Leaves the zeros at the ends of a matrix's columns out, once. */
export function banded(matrix: Matrix): BandedMatrix {
  let band = known.get(matrix);
  if (!band) known.set(matrix, band = withoutEnds(matrix));
  return band;
}

function withoutEnds({ values, shape }: Matrix): BandedMatrix {
  const [rows, columns] = shape, weights: number[] = [];
  const firsts = new Int32Array(columns), starts = new Int32Array(columns + 1);
  for (let c = 0; c < columns; c++) {
    const column = Array.from({ length: rows }, (_, row) => values[row * columns + c]!);
    const isKept = (weight: number): boolean => weight !== 0;
    firsts[c] = Math.max(0, column.findIndex(isKept));
    weights.push(...column.slice(firsts[c], column.findLastIndex(isKept) + 1));
    starts[c + 1] = weights.length;
  }
  return { shape, firsts, starts, weights: Float64Array.from(weights) };
}

/** [n, rows] times [rows, columns], summed in double precision. */
export function bandedProduct(values: Float32Array, matrix: BandedMatrix): Float32Array {
  const { shape: [rows, columns], firsts, starts, weights } = matrix;
  const out = new Float32Array(values.length / rows * columns);
  for (let from = 0, at = 0; at < out.length; from += rows) {
    for (let column = 0, entry = 0; column < columns; column++, at++) {
      const end = starts[column + 1]!;
      let sum = 0;
      for (let row = from + firsts[column]!; entry < end; entry++, row++) {
        sum += values[row]! * weights[entry]!;
      }
      out[at] = sum;
    }
  }
  return out;
}
