import { CorruptError } from "../../core/mod.ts";

/** A word and the text of its numbers. */
export interface VectorEntry {
  word: string;
  numbers: string;
  separator: " " | ",";
  /** How many numbers the file says that vectors have, where it does. */
  length?: number | undefined;
}

/** GloVe's and word2vec's text format: a word and its numbers a line, perhaps a line of two sizes first. */
export async function* textEntries(pieces: AsyncIterable<string>, path: string): AsyncGenerator<VectorEntry> {
  let sizes: Sizes | undefined, begun = false, count = 0;
  for await (const lines of linesOf(pieces)) {
    if (!begun) sizes = sizesOf(lines[0]!);
    const all = begun || sizes === undefined ? lines : lines.slice(1);
    for (const line of all) {
      const entry = entryOf(line.trimEnd(), sizes?.dimensions);
      if (entry.word === "" && entry.numbers === "") continue;
      count++;
      yield entry;
    }
    begun = true;
  }
  if (sizes !== undefined && count < sizes.words) {
    throw new CorruptError(
      `Cannot read ${path} as a file of ${sizes.words} vectors, as its first line says: it has ${count}; ` +
        `get it again: rm '${path}'`,
    );
  }
}

/** Some lines at a time. */
async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop()!;
    if (lines.length > 0) yield lines;
  }
  yield [rest];
}

/** word2vec's first line: how many words, how many numbers. */
interface Sizes {
  words: number;
  dimensions: number;
}

function sizesOf(line: string): Sizes | undefined {
  const [, words, dimensions] = /^(\d+) (\d+)\s*$/.exec(line) ?? [];
  return words === undefined ? undefined : { words: Number(words), dimensions: Number(dimensions) };
}

function entryOf(line: string, length: number | undefined): VectorEntry {
  const found = line.indexOf(" "), end = found < 0 ? line.length : found;
  return { word: line.slice(0, end), numbers: line.slice(end + 1), separator: " ", length };
}

/** An entry whose word may hold spaces, such as ". . ." of GloVe's 840 billion tokens: as long as what stands before the last `length` is no number. */
export function withSpaces(entry: VectorEntry, length: number): VectorEntry {
  const parts = entry.numbers.split(entry.separator), more = parts.slice(0, -length);
  if (more.some((part) => Number.isFinite(Number(part)))) return entry;
  return { ...entry, word: [entry.word, ...more].join(" "), numbers: parts.slice(-length).join(" ") };
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
    yield* found.filter(([, after]) => after === undefined).map((entry) => toEntry(entry, path)); // after the vectors come other lists
    rest = rest.slice(end);
  }
  if (inside && rest.trimEnd().endsWith("}")) return;
  throw new CorruptError(
    `Cannot read ${path} as a whole file of vectors: it breaks off; get it again: rm '${path}'`,
  );
}

const BEGIN = '"vectors":{', ENTRY = /(\},)?("(?:[^"\\]|\\.)*"):\[([^\]]*)\]/g;

function toEntry([, , word, numbers]: RegExpMatchArray, path: string): VectorEntry {
  const norm = numbers!.lastIndexOf(",", numbers!.lastIndexOf(",") - 1);
  return { word: unquoted(word!, path), numbers: numbers!.slice(0, Math.max(norm, 0)), separator: "," };
}

function unquoted(word: string, path: string): string {
  try {
    return JSON.parse(word);
  } catch (error) {
    throw new CorruptError(`Cannot read ${path} as JSON: ${word}; get the file again: rm '${path}'`, {
      cause: error,
    });
  }
}
