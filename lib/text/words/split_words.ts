/** How a text is cut into words. */
export interface SplitWordsOptions {
  /**
   * `"spaces"` at every single space, line breaks stay in the words, as Python's `text.split(" ")`;
   * `"whitespace"` at runs of white space (Unicode), as `text.split()`; `"segmenter"` by `Intl.Segmenter`, words only.
   * @default "whitespace"
   */
  by?: "spaces" | "whitespace" | "segmenter";
  /** The language of the text, for the segmenter. @default "en" */
  language?: string;
}

/**
 * Cuts a text into words.
 *
 * @param text any text
 * @param options where to cut
 * @returns the words in their order
 * @throws {RangeError} when the language is no language tag, or `by` none of its values
 * @example
 * ```ts
 * import { splitWords } from "unroll/text/mod.ts";
 * splitWords("To be,\nor not"); // ["To", "be,", "or", "not"]
 * splitWords("To be,\nor not", { by: "segmenter" }); // ["To", "be", "or", "not"]
 * ```
 */
export function splitWords(
  text: string,
  { by = "whitespace", language = "en" }: SplitWordsOptions = {},
): string[] {
  if (by === "spaces") return text.split(" ");
  if (by === "whitespace") return text.split(/\p{White_Space}+/u).filter((word) => word !== "");
  if (by === "segmenter") return segmented(text, language);
  throw new RangeError(`Cannot split words as by spaces, whitespace or segmenter: ${by}`);
}

function segmented(text: string, language: string): string[] {
  if (!isLanguage(language)) {
    throw new RangeError(`Cannot split words as of a language like "es": ${language}`);
  }
  const segments = new Intl.Segmenter(language, { granularity: "word" }).segment(text);
  return Array.from(segments).filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
