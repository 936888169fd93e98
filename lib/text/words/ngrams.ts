/**
 * The n-grams of a sequence of tokens: each token with the n - 1 that follow it (study 002, which tells two cats apart by
 * 4-grams).
 *
 * @param tokens words or characters
 * @param n how many make one n-gram
 * @returns `ngrams[i] = tokens[i … i + n - 1]`; none where the text is shorter
 * @throws {RangeError} when n is no positive whole number
 * @example
 * ```ts
 * import { ngrams, splitWords } from "unroll/text/mod.ts";
 * ngrams(splitWords("El gato sube"), 2); // [["El", "gato"], ["gato", "sube"]]
 * ```
 */
export function ngrams(tokens: readonly string[], n: number): string[][] {
  if (!Number.isInteger(n) || n < 1) {
    throw new RangeError(`Cannot make n-grams as of a positive whole number: ${n}`);
  }
  return Array.from({ length: Math.max(0, tokens.length - n + 1) }, (_, i) => tokens.slice(i, i + n));
}
