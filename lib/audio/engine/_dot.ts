/** Σ values[first + i] · weights[i]; the sums of four quarters don't wait for one another. */
export function dot(values: Float32Array, first: number, weights: Float64Array): number {
  const quarter = weights.length >> 2;
  let a = 0, b = 0, c = 0, d = 0, at = first | 0;
  for (let i = 0, j = quarter, k = 2 * quarter, l = 3 * quarter; i < quarter; i++, j++, k++, l++, at++) {
    a += values[at]! * weights[i]!;
    b += values[at + quarter]! * weights[j]!;
    c += values[at + 2 * quarter]! * weights[k]!;
    d += values[at + 3 * quarter]! * weights[l]!;
  }
  for (let i = 4 * quarter, read = first + i; i < weights.length; i++, read++) {
    a += values[read]! * weights[i]!;
  }
  return a + b + (c + d);
}
