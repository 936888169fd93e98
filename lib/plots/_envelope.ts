/** Columns of a long sound's drawing: about as many as a page has pixels. */
const columns = 1000;

/**
 * A sound as a line for a chart, times (s) and amplitudes: every sample of a short one; of a long one the least and the
 * greatest of each of a thousand pieces, so that no peak is lost.
 */
export function envelope(samples: ArrayLike<number>, sampleRate: number): { x: number[]; y: number[] } {
  const x: number[] = [], y: number[] = [], { length } = samples;
  const add = (at: number, ...values: number[]): void => {
    for (const value of values) x.push(round(at / sampleRate, 1e5)), y.push(round(value, 1e4));
  };
  if (length <= 2 * columns) { for (let i = 0; i < length; i++) add(i, samples[i]!); }
  else {
    for (let column = 0; column < columns; column++) {
      const from = Math.floor(column * length / columns), to = Math.floor((column + 1) * length / columns);
      let least = Infinity, greatest = -Infinity;
      for (let i = from; i < to; i++) {
        least = Math.min(least, samples[i]!);
        greatest = Math.max(greatest, samples[i]!);
      }
      add(from, least, greatest);
    }
  }
  return { x, y };
}

/** To so many parts of one: fewer digits in the page. */
function round(value: number, parts: number): number {
  return Math.round(value * parts) / parts + 0; // no -0, which JSON doesn't have
}
