import { type Random, random } from "../../core/mod.ts";
import { pick } from "./_pick.ts";
import { speechLines } from "./_play_lines.ts";
import { type Scene, sentence } from "./_play_sentence.ts";
import { ADJECTIVES, NOUNS, SPEAKERS } from "./_play_words.ts";

/** Options of `standInPlay`. Their defaults were fixed before any model was trained on the play. */
export interface StandInPlayOptions {
  /** Characters of the text. @default 1_115_394, those of Tiny Shakespeare: as many windows and batches */
  length?: number;
  /** Which play. @default 1623 */
  seed?: number;
}

/**
 * Writes a play: scenes of a few speakers who speak one to another in verse or prose, each scene about a few things of its
 * own. It is a stand-in for Shakespeare where his text can't be had: same length, same 65 characters, same look, no line
 * of his; only word lists and sentence patterns of this project. Every figure from it must be labelled.
 *
 * A table of the commonest next character after four others, made from the first nine tenths, is right on 50 to 80 % of
 * the rest: not trivial, not hopeless. The same options give the same text.
 *
 * @param options length and seed
 * @returns the text
 * @throws {RangeError} when the length is not a positive whole number
 * @example
 * ```ts
 * import { standInPlay } from "unroll/datasets/mod.ts";
 * standInPlay({ length: 200 });
 * ```
 */
export function standInPlay({ length = 1_115_394, seed = 1623 }: StandInPlayOptions = {}): string {
  if (!Number.isInteger(length) || length < 1) {
    throw new RangeError(`Cannot write a play as long as a positive whole number: ${length}`);
  }
  const chance = random(seed);
  const speeches: string[] = [LEDGER];
  for (let written = LEDGER.length; written < length;) {
    for (const speech of speechesOf(newScene(chance))) {
      speeches.push(speech);
      written += speech.length;
    }
  }
  return speeches.join("").slice(0, length);
}

/** The rare characters, so that the vocabulary is Shakespeare's 65. */
const LEDGER =
  "CLERK OF THE PORT:\nItem, 3 casks of ale & a wheel of cheese, seal'd $;\nthe crew is paid.\n\n";

function newScene(chance: Random): Scene {
  return {
    chance,
    cast: some(SPEAKERS, { count: chance.integer(3, 6), chance }),
    nouns: some(NOUNS, { count: 14, chance }),
    adjectives: some(ADJECTIVES, { count: 9, chance }),
  };
}

/** A few entries; those at the front of the list come more often. */
function some(list: readonly string[], { count, chance }: { count: number; chance: Random }): string[] {
  const chosen = new Set<string>();
  while (chosen.size < count) chosen.add(pick(chance, list));
  return [...chosen];
}

function* speechesOf(scene: Scene): Generator<string> {
  const { chance, cast } = scene;
  let speaker = cast[0]!;
  for (let turn = chance.integer(8, 30); turn > 0; turn--) {
    const others = cast.filter((name) => name !== speaker);
    speaker = others[chance.integer(0, others.length)]!;
    const sentences = Array.from(
      { length: 1 + Math.floor(5 * chance.next() ** 2) },
      () => sentence(scene, speaker),
    );
    yield `${speaker}:\n${speechLines(sentences.join(" "), { verse: chance.next() < 0.8 })}\n\n`;
  }
}
