/** What `cleanText` does; each step is off unless asked for, except the normal form. */
export interface CleanTextOptions {
  /** The Unicode normal form, or false to leave the text as it is. @default "NFC" */
  form?: "NFC" | "NFD" | "NFKC" | "NFKD" | false;
  /** Makes small letters. @default false */
  lower?: boolean;
  /** Takes accents and other marks from letters: "activación" becomes "activacion". @default false */
  fold?: boolean;
  /** Puts a space in place of punctuation and symbols. @default false */
  punctuation?: boolean;
  /** Makes one line break of CR LF and CR. @default false */
  lineBreaks?: boolean;
  /** Makes one space of each run of white space, none at either end. @default false */
  spaces?: boolean;
}

/**
 * Brings a text into one form, so that equal letters have equal ids.
 *
 * @param text any text
 * @param options which steps, done in the order of the options
 * @returns the cleaned text
 * @example
 * ```ts
 * import { cleanText } from "unroll/text/mod.ts";
 * cleanText("¡Activación!", { lower: true, fold: true, punctuation: true, spaces: true }); // "activacion"
 * ```
 */
export function cleanText(text: string, options: CleanTextOptions = {}): string {
  const { form = "NFC", lower, fold, punctuation, lineBreaks, spaces } = options;
  let clean = text;
  if (lower) clean = clean.toLowerCase();
  if (fold) clean = clean.normalize("NFD").replace(/\p{M}+/gu, "");
  if (form) clean = clean.normalize(form);
  if (punctuation) clean = clean.replace(/[\p{P}\p{S}]/gu, " ");
  if (lineBreaks) clean = clean.replace(/\r\n?/g, "\n");
  if (spaces) clean = clean.replace(/\s+/gu, " ").trim();
  return clean;
}
