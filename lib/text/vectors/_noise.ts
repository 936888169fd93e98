/** Entries of the table that noise is drawn from. */
const SIZE = 1 << 18;

/** Word numbers, each about as often as its count to the power of 3/4 (Mikolov et al. 2013): one drawn evenly is a fair negative. */
export function noiseOf(counts: readonly number[]): Int32Array {
  const weights = counts.map((count) => count ** 0.75),
    total = weights.reduce((sum, weight) => sum + weight, 0);
  const table = new Int32Array(SIZE);
  let word = 0, reached = weights[0]! / total;
  for (let i = 0; i < SIZE; i++) {
    table[i] = word;
    if ((i + 1) / SIZE > reached && word < counts.length - 1) reached += weights[++word]! / total;
  }
  return table;
}
