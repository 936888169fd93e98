import type { TextLanguage } from "./language.ts";

/** The entry of a language, or a RangeError that names those which there are. */
export function byLanguage<T>(
  what: string,
  language: TextLanguage,
  entries: Partial<Record<TextLanguage, T>>,
): T {
  const entry = Object.hasOwn(entries, language) ? entries[language] : undefined;
  if (entry !== undefined) return entry;
  throw new RangeError(`Cannot load ${what} as of ${Object.keys(entries).join(" or ")}: ${language}`);
}
