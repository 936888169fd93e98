import type { Band } from "./_contrast_bands.ts";

/** Rows of numbers from 0, where they go, and whether as their roots. */
interface ExtremesJob {
  bins: number;
  bands: readonly Band[];
  root: boolean;
  /** [rows, bands] each. */
  peaks: Float32Array;
  valleys: Float32Array;
}

/** Writes the means of each band's largest and smallest numbers. */
export function extremes(rows: Float32Array, { bins, bands, root, peaks, valleys }: ExtremesJob): void {
  const bits = bitsOf(rows), high = bitsOf(peaks), low = bitsOf(valleys);
  for (let row = 0, at = 0; row < rows.length; row += bins) {
    for (let k = 0; k < bands.length; k++, at++) {
      const { first, last, count, best } = bands[k]!, from = row + first, to = row + last;
      if (count === 1) {
        single(bits, { from, to }, { high, low, at });
        if (!root) continue;
        peaks[at] = Math.sqrt(peaks[at]!);
        valleys[at] = Math.sqrt(valleys[at]!);
      } else {
        peaks[at] = meanOfLargest(rows, best, { from, to, sign: 1, root });
        valleys[at] = meanOfLargest(rows, best, { from, to, sign: -1, root });
      }
    }
  }
}

function bitsOf(values: Float32Array): Int32Array {
  return new Int32Array(values.buffer, values.byteOffset, values.length);
}

/**
 * The largest and the smallest. The bits of numbers from 0 are in the numbers' order; of integers both can be had without a branch,
 * which on sound is guessed wrong every other time.
 */
function single(
  bits: Int32Array,
  { from, to }: { from: number; to: number },
  { high, low, at }: { high: Int32Array; low: Int32Array; at: number },
): void {
  let most = bits[from]!, least = most;
  for (let i = from + 1; i < to; i++) {
    const value = bits[i]!, above = (most - value) | 0, below = (value - least) | 0;
    most = (most - (above & (above >> 31))) | 0;
    least = (least + (below & (below >> 31))) | 0;
  }
  high[at] = most;
  low[at] = least;
}

/** The mean of the largest numbers (sign 1) or of the smallest (-1): those in `best` are kept in order, the least of them first. */
function meanOfLargest(
  values: Float32Array,
  best: Float64Array,
  { from, to, sign, root }: { from: number; to: number; sign: 1 | -1; root: boolean },
): number {
  best.fill(-Infinity);
  for (let i = from; i < to; i++) {
    const value = sign * values[i]!;
    if (value <= best[0]!) continue;
    let at = 0;
    for (; at + 1 < best.length && best[at + 1]! < value; at++) best[at] = best[at + 1]!;
    best[at] = value;
  }
  let sum = 0;
  for (let i = 0; i < best.length; i++) sum += root ? Math.sqrt(sign * best[i]!) : sign * best[i]!;
  return sum / best.length;
}
