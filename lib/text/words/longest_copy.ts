/**
 * The longest passage of a text that stands word for word in another: how much a generated text has by heart.
 *
 * @param text what was written
 * @param source what it may be copied from
 * @returns the passage, the first of equals; empty where not even a character is shared
 * @example
 * ```ts
 * import { longestCopy } from "unroll/text/mod.ts";
 * longestCopy("una red neuronal es", "la red neuronal"); // "a red neuronal"
 * ```
 */
export function longestCopy(text: string, source: string): string {
  let longest = "";
  for (let start = 0; start + longest.length < text.length; start++) {
    let end = start + longest.length + 1;
    while (end <= text.length && source.includes(text.slice(start, end))) longest = text.slice(start, end++);
  }
  return longest;
}
