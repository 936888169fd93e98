/** A square matrix with few values, row by row: those of row i are at `starts[i] … starts[i + 1] - 1`. */
export interface SparseMatrix {
  size: number;
  starts: Int32Array;
  columns: Int32Array;
  values: Float32Array;
}

/** The values of a dense square matrix [size * size] that are not zero. */
export function sparse(dense: Float32Array, size: number): SparseMatrix {
  let count = 0;
  for (let at = 0; at < dense.length; at++) if (dense[at] !== 0) count++;
  const starts = new Int32Array(size + 1), columns = new Int32Array(count), values = new Float32Array(count);
  let next = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      if (dense[i * size + j] === 0) continue;
      columns[next] = j;
      values[next++] = dense[i * size + j]!;
    }
    starts[i + 1] = next;
  }
  return { size, starts, columns, values };
}

/** sparse [N, N] times dense [N, k] -> [N, k] */
export function times({ size, starts, columns, values }: SparseMatrix, dense: Float64Array): Float64Array {
  const k = dense.length / size, product = new Float64Array(dense.length);
  for (let i = 0; i < size; i++) {
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const value = values[at]!, from = columns[at]! * k;
      for (let d = 0; d < k; d++) product[i * k + d]! += value * dense[from + d]!;
    }
  }
  return product;
}
