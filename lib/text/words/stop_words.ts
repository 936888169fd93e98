import { byLanguage } from "./_by_language.ts";
import type { TextLanguage } from "./language.ts";

/**
 * Words that say little by themselves: articles, prepositions, conjunctions (npm package `stopword`). A list of one's own can be
 * made from the end of `tfIdf(…).rankTerms()`, as study 002 says.
 *
 * @param language which language's
 * @returns the words in small letters
 * @throws {RangeError} when there is no list for the language
 * @example
 * ```ts
 * import { splitWords, stopWords } from "unroll/text/mod.ts";
 * const stops = await stopWords("es");
 * splitWords("el gato sube la escalera").filter((word) => !stops.has(word)); // ["gato", "sube", "escalera"]
 * ```
 */
export async function stopWords(language: TextLanguage): Promise<ReadonlySet<string>> {
  const { eng, fra, spa } = await import("stopword");
  return new Set(byLanguage<string[]>("stop words", language, { en: eng, es: spa, fr: fra }));
}
