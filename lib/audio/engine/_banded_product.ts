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

/** Between which rows each column of a matrix isn't zero. */
export interface Bands {
  firsts: Int32Array;
  /** The row behind the last; 0 where all are zero. */
  ends: Int32Array;
}

/** A matrix comes again with each batch of rows. */
const known = new WeakMap<Matrix, BandedMatrix>();

/** Leaves the zeros at the ends of a matrix's columns out, once. */
export function banded(matrix: Matrix): BandedMatrix {
  let band = known.get(matrix);
  if (!band) known.set(matrix, band = withoutEnds(matrix));
  return band;
}

function withoutEnds(matrix: Matrix): BandedMatrix {
  const { values, shape } = matrix, columns = shape[1], { firsts, ends } = bandsOf(matrix);
  const starts = new Int32Array(columns + 1);
  for (let c = 0; c < columns; c++) starts[c + 1] = starts[c]! + ends[c]! - firsts[c]!;
  const weights = new Float64Array(starts[columns]!);
  for (let c = 0; c < columns; c++) {
    for (
      let entry = starts[c]!, at = firsts[c]! * columns + c;
      entry < starts[c + 1]!;
      entry++, at += columns
    ) {
      weights[entry] = values[at]!;
    }
  }
  return { shape, firsts, starts, weights };
}

/** Looks a matrix through once. */
export function bandsOf({ values, shape: [, columns] }: Matrix): Bands {
  const firsts = new Int32Array(columns), ends = new Int32Array(columns);
  for (let row = 0, at = 0; at < values.length; row++) {
    for (let c = 0; c < columns; c++, at++) {
      if (values[at] === 0) continue;
      if (ends[c] === 0) firsts[c] = row;
      ends[c] = row + 1;
    }
  }
  return { firsts, ends };
}

/** How many frames share a look at the weights. */
const together = 4;

/** Writes [n, rows] times [rows, columns], summed in double precision. */
export function bandedProduct(values: Float32Array, matrix: BandedMatrix, to: Float32Array): void {
  const { shape: [rows, columns] } = matrix, count = values.length / rows, whole = count - count % together;
  fours(values, matrix, to.subarray(0, whole * columns));
  ones(values.subarray(whole * rows), matrix, to.subarray(whole * columns));
}

/** Four frames at a time: half of the time of one after the other. */
function fours(values: Float32Array, matrix: BandedMatrix, to: Float32Array): void {
  const { shape: [rows, columns], firsts, starts, weights } = matrix;
  for (let from = 0, at = 0; at < to.length; from += together * rows, at += together * columns) {
    for (let column = 0, entry = 0; column < columns; column++) {
      const end = starts[column + 1]!;
      let sum0 = 0, sum1 = 0, sum2 = 0, sum3 = 0;
      for (let row = from + firsts[column]!; entry < end; entry++, row++) {
        const weight = weights[entry]!;
        sum0 += values[row]! * weight;
        sum1 += values[row + rows]! * weight;
        sum2 += values[row + 2 * rows]! * weight;
        sum3 += values[row + 3 * rows]! * weight;
      }
      to[at + column] = sum0;
      to[at + column + columns] = sum1;
      to[at + column + 2 * columns] = sum2;
      to[at + column + 3 * columns] = sum3;
    }
  }
}

function ones(values: Float32Array, matrix: BandedMatrix, to: Float32Array): void {
  const { shape: [rows, columns], firsts, starts, weights } = matrix;
  for (let from = 0, at = 0; at < to.length; from += rows) {
    for (let column = 0, entry = 0; column < columns; column++, at++) {
      const end = starts[column + 1]!;
      let sum = 0;
      for (let row = from + firsts[column]!; entry < end; entry++, row++) {
        sum += values[row]! * weights[entry]!;
      }
      to[at] = sum;
    }
  }
}
