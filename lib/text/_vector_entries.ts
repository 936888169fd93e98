import { CorruptError } from "../core/mod.ts";

/** A word and the text of its numbers. */
export interface VectorEntry {
  word: string;
  numbers: string;
  separator: " " | ",";
}

/** GloVe's and word2vec's text format: a word and its numbers a line, perhaps a line of two sizes first. */
export async function* textEntries(pieces: AsyncIterable<string>): AsyncGenerator<VectorEntry> {
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop()!;
    yield* lines.map(entryOf).filter(isEntry);
  }
  yield* [entryOf(rest)].filter(isEntry);
}

function entryOf(line: string): VectorEntry {
  const trimmed = line.trimEnd(), end = trimmed.indexOf(" ");
  const [word, numbers] = end < 0 ? [trimmed, ""] : [trimmed.slice(0, end), trimmed.slice(end + 1)];
  return { word, numbers, separator: " " };
}

/** Not an empty line, and not word2vec's first line: how many words, how many numbers. */
function isEntry({ word, numbers }: VectorEntry): boolean {
  return word !== "" && !/^\d+ \d+$/.test(`${word} ${numbers}`);
}

/** The `vectors` of wink-nlp's JSON format: `"word":[numbers…, norm, index]`. */
export async function* jsonEntries(pieces: AsyncIterable<string>, path: string): AsyncGenerator<VectorEntry> {
  let rest = "", inside = false;
  for await (const piece of pieces) {
    rest += piece;
    if (!inside) {
      const start = rest.indexOf(BEGIN);
      if (start < 0) continue;
      [rest, inside] = [rest.slice(start + BEGIN.length), true];
    }
    const end = rest.lastIndexOf("]") + 1;
    const found = [...rest.slice(0, end).matchAll(ENTRY)];
    yield* found.filter(([, after]) => after === undefined).map(toEntry); // after the vectors come other lists
    rest = rest.slice(end);
  }
  if (inside && rest.trimEnd().endsWith("}")) return;
  throw new CorruptError(
    `Cannot read ${path} as a whole file of vectors: it breaks off; get it again: rm '${path}'`,
  );
}

const BEGIN = '"vectors":{', ENTRY = /(\},)?("(?:[^"\\]|\\.)*"):\[([^\]]*)\]/g;

function toEntry([, , word, numbers]: RegExpMatchArray): VectorEntry {
  const norm = numbers!.lastIndexOf(",", numbers!.lastIndexOf(",") - 1);
  return { word: JSON.parse(word!), numbers: numbers!.slice(0, Math.max(norm, 0)), separator: "," };
}
