import { byLanguage } from "./_by_language.ts";
import type { TextLanguage } from "./language.ts";

/** Cuts the endings from a word; what remains need not be a word. */
export type Stemmer = (word: string) => string;

/**
 * Loads a stemmer (Martin Porter's Snowball, npm package `snowball-stemmers`): in study 002's example canto, canté and
 * cantaríamos become cant.
 *
 * @param language the words' language
 * @returns the stemmer; words are taken in small letters
 * @throws {RangeError} when there is no stemmer for the language
 * @example
 * ```ts
 * import { stemmer } from "unroll/text/mod.ts";
 * const stem = await stemmer("es");
 * ["canto", "canté", "cantaríamos"].map(stem); // ["cant", "cant", "cant"]
 * ```
 */
export async function stemmer(language: TextLanguage): Promise<Stemmer> {
  const name = byLanguage("a stemmer", language, { en: "english", es: "spanish", fr: "french" });
  const { default: snowball } = await import("snowball-stemmers");
  const { stem } = snowball.newStemmer(name) as { stem: Stemmer };
  return (word) => stem(word.toLowerCase());
}
