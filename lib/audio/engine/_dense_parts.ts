import { multiplyRows } from "../../engine/mod.ts";
import { type Bands, bandsOf } from "./_banded_product.ts";
import type { Matrix } from "./audio_engine.ts";

/** Columns of a part: fewer cost more calls, more take more zeros in. */
const width = 32;

/** Some columns of a matrix, and the rows of it in which any of them isn't zero. */
interface DensePart {
  /** The first of each. */
  column: number;
  row: number;
  /** [rows, columns] */
  shape: [number, number];
  weights: Float32Array;
}

/** A matrix comes again with each batch of rows. */
const known = new WeakMap<Matrix, readonly DensePart[]>();

/** Writes [n, rows] times [rows, columns] in single precision; most of a matrix's zeros are passed over. */
export function densePartsProduct(values: Float32Array, matrix: Matrix, to: Float32Array): void {
  const [inner, columns] = matrix.shape, rowLength = { from: inner, to: columns };
  let parts = known.get(matrix);
  if (!parts) known.set(matrix, parts = partsOf(matrix));
  for (const { column, row, shape, weights } of parts) {
    const options = { rows: values.length / inner, rowLength, shape, weights };
    multiplyRows(values.subarray(row), to.subarray(column), options);
  }
}

function partsOf(matrix: Matrix): DensePart[] {
  const columns = matrix.shape[1], bands = bandsOf(matrix), parts: DensePart[] = [];
  for (let column = 0; column < columns; column += width) {
    parts.push(partOf(matrix, bands, { column, columns: Math.min(width, columns - column) }));
  }
  return parts;
}

function partOf(
  { values, shape: [, all] }: Matrix,
  { firsts, ends }: Bands,
  { column, columns }: { column: number; columns: number },
): DensePart {
  let row = Infinity, end = 0;
  for (let c = column; c < column + columns; c++) {
    if (ends[c] === 0) continue;
    row = Math.min(row, firsts[c]!);
    end = Math.max(end, ends[c]!);
  }
  if (end === 0) [row, end] = [0, 1]; // zeros are written as well
  const weights = new Float32Array((end - row) * columns);
  for (let r = row; r < end; r++) {
    const from = r * all + column;
    weights.set(values.subarray(from, from + columns), (r - row) * columns);
  }
  return { column, row, shape: [end - row, columns], weights };
}
