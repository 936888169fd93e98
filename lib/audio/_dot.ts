/** Σ values[first + i] · weights[i], in four sums that don't wait for one another. */
export function dot(values: Float32Array, first: number, weights: Float64Array): number {
  const { length } = weights;
  let a = 0, b = 0, c = 0, d = 0, i = 0;
  for (; i + 3 < length; i += 4) {
    a += values[first + i]! * weights[i]!;
    b += values[first + i + 1]! * weights[i + 1]!;
    c += values[first + i + 2]! * weights[i + 2]!;
    d += values[first + i + 3]! * weights[i + 3]!;
  }
  for (; i < length; i++) a += values[first + i]! * weights[i]!;
  return a + b + (c + d);
}
