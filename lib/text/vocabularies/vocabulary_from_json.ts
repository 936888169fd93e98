import { TokenVocabulary, UNKNOWN } from "./_token_vocabulary.ts";
import { CHARACTERS } from "./character_vocabulary.ts";
import type { Vocabulary, VocabularyJSON } from "./vocabulary.ts";
import { wordsAs } from "./word_vocabulary.ts";

/**
 * Reads a vocabulary back from what its `toJSON` gave.
 *
 * @param json the plain data, as `JSON.parse` gives it
 * @returns a vocabulary that encodes and decodes as the first one
 * @throws {SyntaxError} when the data is no vocabulary
 * @example
 * ```ts
 * import { characterVocabulary, vocabularyFromJSON } from "unroll/text/mod.ts";
 * const file = JSON.stringify(characterVocabulary("hola"));
 * vocabularyFromJSON(JSON.parse(file)).size; // 5
 * ```
 */
export function vocabularyFromJSON(json: unknown): Vocabulary {
  const problem = problemOf(json);
  if (problem) throw new SyntaxError(`Cannot read a vocabulary as { unit, tokens, unknown }: ${problem}`);
  const { unit, tokens, unknown, split } = json as VocabularyJSON;
  const kind = unit === "character" ? CHARACTERS : wordsAs(split ?? {});
  return new TokenVocabulary(unknown ? tokens.slice(1) : tokens, kind, unknown);
}

function problemOf(json: unknown): string | undefined {
  if (typeof json !== "object" || json === null) return `${json} is no object`;
  const { unit, tokens, unknown } = json as Partial<Record<keyof VocabularyJSON, unknown>>;
  if (unit !== "character" && unit !== "word") return `its unit is ${unit}`;
  if (typeof unknown !== "boolean") return `its unknown is ${unknown}`;
  if (!Array.isArray(tokens) || tokens.some((token) => typeof token !== "string")) {
    return "its tokens are no strings";
  }
  if (new Set(tokens).size !== tokens.length) return "a token is there twice";
  if (unknown && tokens[0] !== UNKNOWN) {
    return `its first token is ${JSON.stringify(tokens[0])}, not ${UNKNOWN}`;
  }
  return undefined;
}
