/**
 * Counts tokens.
 *
 * @param tokens characters, words, n-grams: any strings
 * @returns the count of each different token, the commonest first, equal counts in the order of the text
 * @example
 * ```ts
 * import { countTokens } from "unroll/text/mod.ts";
 * countTokens("banana"); // Map { "a" => 3, "n" => 2, "b" => 1 }
 * ```
 */
export function countTokens(tokens: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}
