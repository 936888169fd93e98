import { byCodePoint } from "../_by_code_point.ts";
import { TokenVocabulary, type Unit } from "./_token_vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Options of the vocabularies. */
export interface VocabularyOptions {
  /** Whether id 0 stands for everything unknown; without it such text can't be encoded. @default true */
  unknown?: boolean;
}

/** Characters are code points. */
export const CHARACTERS: Unit = { unit: "character", split: (text) => text, separator: "" };

/**
 * The vocabulary of a text's characters (code points), in the order of their code points, after the unknown token.
 *
 * @param text the text that knows every character
 * @param options whether there is an unknown token
 * @returns ids both ways; for Tiny Shakespeare 66 of them: 65 characters and the unknown token
 * @throws {RangeError} when the text is empty
 * @example
 * ```ts
 * import { characterVocabulary } from "unroll/text/mod.ts";
 * const vocabulary = characterVocabulary("hola");
 * vocabulary.encode("halo!"); // Int32Array [2, 1, 3, 4, 0]
 * ```
 */
export function characterVocabulary(text: string, { unknown = true }: VocabularyOptions = {}): Vocabulary {
  if (text === "") {
    throw new RangeError("Cannot make a vocabulary as the characters of a text: the text is empty");
  }
  return new TokenVocabulary([...new Set(text)].sort(byCodePoint), CHARACTERS, unknown);
}
