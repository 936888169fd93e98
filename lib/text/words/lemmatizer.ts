import { byLanguage } from "./_by_language.ts";
import type { TextLanguage } from "./language.ts";

/** What a word is in a sentence, as far as its lemma depends on it. */
export type WordKind = "noun" | "verb" | "adjective" | "other";

/** A word of a sentence and the word that a dictionary lists it under. */
export interface Lemma {
  /** The word as it was written. */
  word: string;
  /** Its dictionary form, in small letters. */
  lemma: string;
  /** What it is there. */
  kind: WordKind;
}

/** Finds lemmas in one language. */
export interface Lemmatizer {
  /** By the sentence (syntactic): each word with what it is there. */
  sentence(text: string): Lemma[];
  /** By the word alone (morphological): its lemma if it is of this kind; "ama" is "ama" as a noun, "amar" as a verb. */
  wordAs(word: string, kind: Exclude<WordKind, "other">): string;
}

/**
 * Loads a lemmatizer (npm packages `compromise` and `es-compromise`): rules and word lists, right often but not always.
 *
 * @param language the text's language: "en" or "es"
 * @returns the lemmatizer
 * @throws {RangeError} when there is none for the language
 * @example
 * ```ts
 * import { lemmatizer } from "unroll/text/mod.ts";
 * const spanish = await lemmatizer("es");
 * spanish.sentence("La ama de llaves abrió la puerta").map(({ lemma }) => lemma); // la ama de llave abrir la puerta
 * spanish.wordAs("ama", "verb"); // "amar"
 * ```
 */
export async function lemmatizer(language: TextLanguage): Promise<Lemmatizer> {
  const load = byLanguage<() => Promise<unknown>>("a lemmatizer", language, {
    en: async () => (await import("compromise")).default,
    es: async () => (await import("es-compromise")).default,
  });
  const read = await load() as (text: string) => Doc;
  return {
    sentence(text) {
      const doc = read(text);
      doc.match(HOUSEKEEPER, 0).tag("Noun");
      return lemmasOf(doc);
    },
    wordAs(word, kind) {
      const doc = read(word);
      doc.tag(TAGS[kind]);
      return lemmasOf(doc)[0]?.lemma ?? word.toLowerCase();
    },
  };
}

/** The article before it makes a noun of study 002's "La ama de llaves", which es-compromise takes for a verb. */
const HOUSEKEEPER = "^(el|la|los|las|un|una) [#Verb] de";

const TAGS = { noun: "Noun", verb: "Verb", adjective: "Adjective" } as const;

/** What is used of a compromise document. */
interface Doc {
  match(pattern: string, group: number): Doc;
  tag(tag: string): void;
  compute(what: "root"): void;
  json(parts: { terms: Record<string, boolean> }): { terms: Term[] }[];
}

interface Term {
  text: string;
  normal: string;
  root?: string;
  tags: string[];
}

function lemmasOf(doc: Doc): Lemma[] {
  doc.compute("root");
  const sentences = doc.json({ terms: { text: true, normal: true, root: true, tags: true } });
  return sentences.flatMap(({ terms }) => terms).map(({ text, normal, root, tags }) => {
    return { word: text, lemma: root ?? normal, kind: kindOf(tags) };
  });
}

function kindOf(tags: readonly string[]): WordKind {
  const kinds = Object.keys(TAGS) as (keyof typeof TAGS)[];
  return kinds.find((kind) => tags.includes(TAGS[kind])) ?? "other";
}
