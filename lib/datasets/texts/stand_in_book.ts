import { type Random, random } from "../../core/mod.ts";
import { ADJECTIVES, CODE, FEMININE, MASCULINE, OPENINGS, PATTERNS, SIGNS, VERBS } from "./_book_words.ts";
import { capitalised } from "./_capitalised.ts";
import { pick } from "./_pick.ts";

/** Options of `standInBook`. Their defaults were fixed before any model was trained on the book. */
export interface StandInBookOptions {
  /** Characters of the text. @default 203_251, those of the book */
  length?: number;
  /** Which book. @default 2018 */
  seed?: number;
}

/**
 * Writes a manual in Spanish without accents: headings, paragraphs of a few sentences about machine learning, lines of code,
 * CR LF at each end. It is a stand-in for Torres's book where that can't be had: same length, same 92 characters, no sentence of
 * it; only word lists and sentence patterns of this project. Every figure from it must be labelled.
 *
 * A table of the commonest next character after four others, made from the first nine tenths, is right on 50 to 80 % of
 * the rest. The same options give the same text.
 *
 * @param options length and seed
 * @returns the text
 * @throws {RangeError} when the length is not a positive whole number
 * @example
 * ```ts
 * import { standInBook } from "unroll/datasets/mod.ts";
 * standInBook({ length: 200 });
 * ```
 */
export function standInBook({ length = 203_251, seed = 2018 }: StandInBookOptions = {}): string {
  if (!Number.isInteger(length) || length < 1) {
    throw new RangeError(`Cannot write a book as long as a positive whole number: ${length}`);
  }
  const chance = random(seed), lines = [SIGNS];
  for (let written = SIGNS.length + 2; written < length; written += lines.at(-1)!.length + 2) {
    lines.push(line(chance));
  }
  return lines.join("\r\n").padEnd(length, "\r\n").slice(0, length);
}

/** A paragraph, a heading, code or an empty line. */
function line(chance: Random): string {
  const kind = chance.next();
  if (kind < 0.45) {
    return Array.from({ length: chance.integer(2, 6) }, () => filled(chance, PATTERNS)).join(" ");
  }
  if (kind < 0.6) return filled(chance, CODE);
  if (kind < 0.75) return capitalised(noun(chance));
  return "";
}

function filled(chance: Random, patterns: readonly string[]): string {
  return capitalised(pick(chance, patterns).replace(/<(\w+)>/g, (_, slot: string) => FILL[slot]!(chance)));
}

const FILL: Record<string, (chance: Random) => string> = {
  thing: noun,
  does: (chance) => pick(chance, VERBS)[0],
  do: (chance) => pick(chance, VERBS)[1],
  opening: (chance) => pick(chance, OPENINGS),
  number: (chance) => String(pick(chance, [1, 2, 3, 10, 64, 28, 100, 784, 1024, 50, 7, 99, 60000])),
  name: (chance) => `${pick(chance, FEMININE)}_${pick(chance, MASCULINE)}`,
};

function noun(chance: Random): string {
  const gender = chance.integer(0, 2), word = pick(chance, gender === 0 ? MASCULINE : FEMININE);
  const described = chance.next() < 0.3 ? ` ${pick(chance, ADJECTIVES)[gender]!}` : "";
  return `${
    pick(chance, gender === 0 ? ["el", "un", "este", "cada"] : ["la", "una", "esta", "cada"])
  } ${word}${described}`;
}
