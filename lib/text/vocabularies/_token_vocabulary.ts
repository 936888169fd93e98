import type { SplitWordsOptions } from "../words/split_words.ts";
import type { Vocabulary, VocabularyJSON } from "./vocabulary.ts";

/** The token that stands for every unknown one, written as Keras writes it. */
export const UNKNOWN = "[UNK]";

/** How a unit is cut from a text and put together again. */
export interface Unit {
  unit: Vocabulary["unit"];
  split(text: string): Iterable<string>;
  /** How words are cut, for a file. */
  how?: SplitWordsOptions;
  separator: string;
}

/** A vocabulary of given tokens; where there is an unknown token, a text's own "[UNK]" is it. */
export class TokenVocabulary implements Vocabulary {
  readonly tokens: readonly string[];
  readonly unknown: number | undefined;
  #unit: Unit;
  #ids: Map<string, number>;

  constructor(tokens: readonly string[], unit: Unit, hasUnknown: boolean) {
    const known = hasUnknown ? tokens.filter((token) => token !== UNKNOWN) : [...tokens];
    this.tokens = hasUnknown ? [UNKNOWN, ...known] : known;
    this.unknown = hasUnknown ? 0 : undefined;
    this.#unit = unit;
    const first = hasUnknown ? 1 : 0;
    this.#ids = new Map(known.map((token, index) => [token, index + first]));
  }

  get unit(): Vocabulary["unit"] {
    return this.#unit.unit;
  }

  get separator(): string {
    return this.#unit.separator;
  }

  get size(): number {
    return this.tokens.length;
  }

  encode(text: string): Int32Array {
    const ids = new Int32Array(text.length + 1);
    let count = 0;
    for (const token of this.#unit.split(text)) {
      ids[count++] = this.#ids.get(token) ?? this.#idOfUnknown(token);
    }
    return ids.slice(0, count);
  }

  decode(ids: ArrayLike<number>): string {
    return Array.from(ids, (id) => this.#tokenOf(id)).join(this.#unit.separator);
  }

  unknownIn(text: string): string[] {
    return [...new Set(this.#unit.split(text))].filter((token) => !this.#ids.has(token));
  }

  toJSON(): VocabularyJSON {
    const { unit, how } = this.#unit;
    const json = { unit, tokens: [...this.tokens], unknown: this.unknown !== undefined };
    return how ? { ...json, split: how } : json;
  }

  #tokenOf(id: number): string {
    const token = this.tokens[id];
    if (token !== undefined) return token;
    throw new RangeError(`Cannot decode as an id below ${this.size}: ${id}`);
  }

  #idOfUnknown(token: string): number {
    if (this.unknown !== undefined) return this.unknown;
    throw new RangeError(
      `Cannot encode as one of ${this.size} known tokens: ${JSON.stringify(token)}; ` +
        "make the vocabulary with an unknown token",
    );
  }
}
