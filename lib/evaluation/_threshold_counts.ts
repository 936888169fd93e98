/** What is called positive at each threshold. */
export interface ThresholdCounts {
  /** The scores that occur, descending: threshold t calls positive what scores t or more. */
  thresholds: Float64Array;
  /** Positives that are called so, by threshold. */
  right: Float64Array;
  /** Negatives that are called positive, by threshold. */
  wrong: Float64Array;
  /** All positives. */
  positives: number;
  /** All negatives. */
  negatives: number;
}

/** Counts for every threshold, after the checks that all the curves share. */
export function thresholdCounts(labels: ArrayLike<number>, scores: ArrayLike<number>): ThresholdCounts {
  const [ones, zeros] = parted(labels, scores);
  const positives = ones.length, negatives = zeros.length;
  const thresholds: number[] = [], right: number[] = [], wrong: number[] = [];
  for (let i = positives, j = negatives; i > 0 || j > 0;) {
    const threshold = Math.max(ones[i - 1] ?? -Infinity, zeros[j - 1] ?? -Infinity);
    while (i > 0 && ones[i - 1] === threshold) i--;
    while (j > 0 && zeros[j - 1] === threshold) j--;
    thresholds.push(threshold);
    right.push(positives - i);
    wrong.push(negatives - j);
  }
  const typed = (values: number[]): Float64Array => Float64Array.from(values);
  return { thresholds: typed(thresholds), right: typed(right), wrong: typed(wrong), positives, negatives };
}

/** The positives' and the negatives' scores, ascending. */
function parted(labels: ArrayLike<number>, scores: ArrayLike<number>): [Float64Array, Float64Array] {
  const { length } = labels, ones = new Float64Array(length), zeros = new Float64Array(length);
  if (scores.length !== length) {
    throw new TypeError(`Cannot take scores as one for each of ${length} labels: there are ${scores.length}`);
  }
  let positives = 0;
  for (let i = 0; i < length; i++) {
    const label = labels[i]!, score = scores[i]!;
    if (!Number.isFinite(score)) throw new RangeError(`Cannot take scores as finite: score ${i} is ${score}`);
    if (label !== 0 && label !== 1) {
      throw new RangeError(`Cannot take labels as 0 or 1: label ${i} is ${label}`);
    }
    if (label === 1) ones[positives++] = score;
    else zeros[i - positives] = score;
  }
  if (positives === 0) {
    throw new RangeError(`Cannot take labels as of both classes: none of ${length} is 1`);
  }
  if (positives === length) {
    throw new RangeError(`Cannot take labels as of both classes: none of ${length} is 0`);
  }
  return [ones.subarray(0, positives).sort(), zeros.subarray(0, length - positives).sort()];
}
