/** Equal bins and how many values fall into each. */
export interface Bins {
  counts: number[];
  /** Where the first bin begins. */
  start: number;
  /** Each bin's width. */
  width: number;
  /** How many values there are. */
  total: number;
}

/** Counts values in bins; whole numbers get bins whose width is a whole number and whose middle is one. */
export function binCounts(values: ArrayLike<number>, wanted?: number): Bins {
  const sorted = Float64Array.from(values).sort();
  const total = sorted.length;
  if (total === 0) throw new RangeError("Cannot draw a histogram as counts of values: no value was given");
  const low = sorted[0]!, high = sorted[total - 1]!;
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    throw new RangeError(
      `Cannot draw a histogram as counts of finite values: they run from ${low} to ${high}`,
    );
  }
  if (wanted !== undefined && !(Number.isInteger(wanted) && wanted > 0)) {
    throw new RangeError(`Cannot bin as a positive whole number of bins: ${wanted}`);
  }
  const { start, width, bins } = edges(sorted, wanted);
  const counts = new Array<number>(bins).fill(0);
  for (const value of sorted) counts[Math.min(bins - 1, Math.floor((value - start) / width))]!++;
  return { counts, start, width, total };
}

function edges(sorted: Float64Array, wanted?: number): { start: number; width: number; bins: number } {
  const low = sorted[0]!, high = sorted.at(-1)!, span = high - low;
  if (span === 0) return { start: low - 0.5, width: 1, bins: 1 };
  const bins = wanted ?? freedmanDiaconis(sorted, span);
  if (!sorted.every(Number.isInteger)) return { start: low, width: span / bins, bins };
  const width = Math.ceil((span + 1) / bins);
  return { start: low - 0.5, width, bins: Math.ceil((span + 1) / width) };
}

/** Freedman, D. and Diaconis, P. (1981): width = 2 IQR / cube root of n; here kept between 5 and 100 bins. */
function freedmanDiaconis(sorted: Float64Array, span: number): number {
  const n = sorted.length;
  const spread = sorted[Math.floor(0.75 * (n - 1))]! - sorted[Math.floor(0.25 * (n - 1))]!;
  const bins = spread > 0 ? Math.ceil(span * Math.cbrt(n) / (2 * spread)) : 30;
  return Math.min(100, Math.max(5, bins));
}
