/** Options of {@linkcode binomialTail}. */
export interface BinomialTailOptions {
  /** The probability that a single guess is right. */
  chance: number;
}

/**
 * How likely it is to be right so often by chance alone: `Σ_{i ≥ right} C(n, i) p^i (1 - p)^(n - i)`.
 *
 * @param right right answers, a whole number
 * @param of all answers (n), a whole number
 * @param options the chance of each (p)
 * @returns a probability from 0 to 1; 1 where nothing had to be right
 * @throws {RangeError} when a count is no whole number from 0, more are right than there are, or the chance is no share
 * @example
 * ```ts
 * import { binomialTail } from "unroll/evaluation/mod.ts";
 * binomialTail(3, 4, { chance: 0.25 }); // 13 / 256: three or four of four, each one of four
 * ```
 */
export function binomialTail(right: number, of: number, { chance }: BinomialTailOptions): number {
  if (!(Number.isInteger(right) && Number.isInteger(of) && right >= 0 && right <= of)) {
    throw new RangeError(`Cannot count right answers as whole numbers, 0 to all: ${right} of ${of}`);
  }
  if (!(chance >= 0 && chance <= 1)) throw new RangeError(`Cannot guess as a chance of 0 to 1: ${chance}`);
  const ways = new Float64Array(of + 1), odds = chance / (1 - chance);
  const likeliest = Math.min(of, Math.floor((of + 1) * chance));
  ways[likeliest] = 1; // the probability of each number of right answers, over that of the likeliest
  for (let i = likeliest; i < of; i++) ways[i + 1] = ways[i]! * (of - i) / (i + 1) * odds;
  for (let i = likeliest; i > 0; i--) ways[i - 1] = ways[i]! * i / (of - i + 1) / odds;
  const sum = (from: number): number => ways.subarray(from).reduce((total, way) => total + way, 0);
  return sum(right) / sum(0);
}
