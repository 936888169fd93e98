import { formatNumber } from "../plots/mod.ts";
import { emit } from "./_host.ts";

/**
 * Says a computed sentence: Markdown in a notebook, plain text elsewhere. As a template tag it formats the numbers that
 * are put in (thousands, four digits); put `String(year)` in where that isn't wanted.
 *
 * @param text the sentence, as a template or as a whole
 * @param values what stands between the template's parts
 * @example
 * ```ts
 * import { say } from "unroll/notebook/mod.ts";
 * const text = "First Citizen: …", different = 66;
 * say`The corpus has **${text.length} characters**, ${different} of them different.`;
 * ```
 */
export function say(text: string | TemplateStringsArray, ...values: unknown[]): void {
  const sentence = typeof text === "string"
    ? text
    : text.reduce((said, part, i) => said + inWords(values[i - 1]) + part);
  emit({ "text/markdown": sentence, "text/plain": sentence.replaceAll(MARKS, "") });
}

/** What Markdown puts around words: `**bold**`, `*slanted*`, code. */
const MARKS = /\*\*|`|(?<![\w*])\*(?=\w)|(?<=[\w.,!?])\*(?![\w*])/g;

function inWords(value: unknown): string {
  return typeof value === "number" ? formatNumber(value) : String(value);
}
