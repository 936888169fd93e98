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
  return wordCutter(options)(text);
}

/** `textToWords` for many texts: the pattern is made once. */
export function wordCutter(
  { filters = KERAS_FILTERS, lower = true, split = " " }: TextToWordsOptions,
): (text: string) => string[] {
  if (split === "") throw new RangeError('Cannot split words as at a separator: it is ""');
  const filtered = classOf(filters), cased = (text: string) => lower ? text.toLowerCase() : text;
  if ([...split].length > 1) {
    return (text) => cased(text).replace(filtered, () => split).split(split).filter(isSome);
  }
  const between = classOf(filters + split);
  return (text) => cased(text).split(between).filter(isSome);
}

function isSome(word: string): boolean {
  return word !== "";
}

/** Any one of these characters; of none, nothing ever. */
function classOf(characters: string): RegExp {
  const each = Array.from(characters, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
  return new RegExp(`[${each.join("")}]`, "gu");
}
