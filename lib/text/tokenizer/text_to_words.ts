/** The characters that Keras's `Tokenizer` takes for spaces: punctuation but the apostrophe, tab and line break. */
export const KERAS_FILTERS = '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n';

/** Options of `textToWords`, as Keras names them. */
export interface TextToWordsOptions {
  /** Characters that become `split`. @default Keras's, all punctuation but the apostrophe */
  filters?: string;
  /** Makes small letters first. @default true */
  lower?: boolean;
  /** What stands between words. @default " " */
  split?: string;
}

/**
 * Cuts a text into words as Keras's `text_to_word_sequence` does.
 *
 * @param text any text
 * @param options filters, small letters, separator
 * @returns the words that are not empty
 * @throws {RangeError} when the separator is empty
 * @example
 * ```ts
 * import { textToWords } from "unroll/text/mod.ts";
 * textToWords("The cat sat."); // ["the", "cat", "sat"]
 * ```
 */
export function textToWords(text: string, options: TextToWordsOptions = {}): string[] {
  const { filters = KERAS_FILTERS, lower = true, split = " " } = options;
  const cased = lower ? text.toLowerCase() : text, ends = wordEnds({ filters, split });
  if (ends) return cutAt(cased, ends);
  return cased.replace(classOf(filters), () => split).split(split).filter((word) => word !== "");
}

/** 1 for each UTF-16 unit that ends a word; nothing where a separator is longer than one unit. */
export function wordEnds({ filters, split }: { filters: string; split: string }): Uint8Array | undefined {
  if (split === "") throw new RangeError('Cannot split words as at a separator: it is ""');
  if ([...filters, split].some((character) => character.length > 1)) return undefined;
  const ends = new Uint8Array(1 << 16);
  for (const character of filters + split) ends[character.charCodeAt(0)] = 1;
  return ends;
}

function cutAt(text: string, ends: Uint8Array): string[] {
  const words: string[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && ends[text.charCodeAt(i)] === 0) continue;
    if (i > start) words.push(text.slice(start, i));
    start = i + 1;
  }
  return words;
}

/** Any one of these characters; of none, nothing ever. */
function classOf(characters: string): RegExp {
  const each = Array.from(characters, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
  return new RegExp(`[${each.join("")}]`, "gu");
}
