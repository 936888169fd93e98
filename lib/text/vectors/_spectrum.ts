import { type Random } from "../../core/mod.ts";
import { type SparseMatrix, times } from "./_sparse.ts";

/** Directions and how much of the matrix lies in each, the strongest first. */
interface Spectrum {
  /** [N, k], columns of length 1 */
  vectors: Float64Array;
  /** [k] */
  values: Float64Array;
}

/**
 * The strongest eigenvectors of a symmetric matrix by subspace iteration (Halko, Martinsson, Tropp 2011): a random subspace is
 * multiplied and made orthogonal a few times, then turned so that its axes are eigenvectors.
 */
export async function spectrum(
  matrix: SparseMatrix,
  { count, iterations, random }: { count: number; iterations: number; random: Random },
): Promise<Spectrum> {
  const { size } = matrix, wide = Math.min(size, count + 10);
  let basis = await orthogonal(Float64Array.from({ length: size * wide }, () => random.normal()), wide);
  for (let i = 0; i < iterations; i++) basis = await orthogonal(times(matrix, basis), wide);
  const { vectors, values } = await eigen(products(basis, times(matrix, basis), wide), wide);
  const order = values.map((_, i) => i).sort((a, b) => Math.abs(values[b]!) - Math.abs(values[a]!));
  const best = Array.from(order.slice(0, Math.min(count, wide)));
  return {
    vectors: turned(basis, best.map((i) => vectors[i]!)),
    values: Float64Array.from(best, (i) => values[i]!),
  };
}

/** Columns of length 1 at right angles that span the same space: A (AᵀA)^-1/2. */
async function orthogonal(a: Float64Array, k: number): Promise<Float64Array> {
  const { vectors, values } = await eigen(products(a, a, k), k);
  const most = values.reduce((high, value) => Math.max(high, value), 0);
  return turned(
    a,
    vectors.map((vector, i) => {
      const length = values[i]! > 1e-14 * most ? 1 / Math.sqrt(values[i]!) : 0;
      return vector.map((value) => value * length);
    }),
  );
}

/** aᵀb, [N, k] and [N, k] -> [k, k] */
function products(a: Float64Array, b: Float64Array, k: number): Float64Array {
  const sums = new Float64Array(k * k);
  for (let row = 0; row < a.length; row += k) {
    for (let i = 0; i < k; i++) {
      const value = a[row + i]!;
      for (let j = 0; j < k; j++) sums[i * k + j]! += value * b[row + j]!;
    }
  }
  return sums;
}

/** a [N, k] times columns of k numbers -> [N, columns] */
function turned(a: Float64Array, columns: readonly Float64Array[]): Float64Array {
  const k = columns[0]!.length, rows = a.length / k, out = new Float64Array(rows * columns.length);
  for (let row = 0; row < rows; row++) {
    columns.forEach((column, c) => {
      let sum = 0;
      for (let i = 0; i < k; i++) sum += a[row * k + i]! * column[i]!;
      out[row * columns.length + c] = sum;
    });
  }
  return out;
}

/** Eigenvectors, one each entry, of a small symmetric matrix; `ml-matrix` because it is well kept, pure TypeScript and small. */
export async function eigen(
  matrix: Float64Array,
  k: number,
): Promise<{ vectors: Float64Array[]; values: Float64Array }> {
  const { EigenvalueDecomposition, Matrix } = await import("ml-matrix");
  const found = new EigenvalueDecomposition(Matrix.from1DArray(k, k, matrix), { assumeSymmetric: true });
  const columns = found.eigenvectorMatrix.transpose().to2DArray();
  return {
    vectors: columns.map((one) => Float64Array.from(one)),
    values: Float64Array.from(found.realEigenvalues),
  };
}
