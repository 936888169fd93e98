import type { TokenizerJSON } from "./_tokenizer_json.ts";
import { Tokenizer } from "./tokenizer.ts";

/**
 * Reads a tokenizer that this library or Keras's `to_json` wrote, also where `json.dumps` made one text of its text.
 *
 * @param text the file's text
 * @returns a tokenizer with the same indices and counts
 * @throws {SyntaxError} when the text is no such file
 * @example
 * ```ts
 * import { Tokenizer, tokenizerFromJSON } from "unroll/text/mod.ts";
 * const tokenizer = new Tokenizer();
 * tokenizer.fitOnTexts(["to be or not to be"]);
 * tokenizerFromJSON(JSON.stringify(tokenizer)).wordIndex.get("be"); // 2
 * ```
 */
export function tokenizerFromJSON(text: string): Tokenizer {
  try {
    const json = JSON.parse(text);
    return read(typeof json === "string" ? JSON.parse(json) : json);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SyntaxError(`Cannot read a tokenizer as Keras writes it: ${why}`, { cause: error });
  }
}

function read({ class_name, config }: TokenizerJSON): Tokenizer {
  if (class_name !== "Tokenizer") throw new SyntaxError(`its class is ${class_name}`);
  const tokenizer = new Tokenizer({
    numWords: config.num_words ?? undefined,
    filters: config.filters,
    lower: config.lower,
    split: config.split,
    charLevel: config.char_level,
    oovToken: config.oov_token ?? undefined,
  });
  tokenizer.documentCount = config.document_count;
  fill(tokenizer.wordCounts, config.word_counts);
  fill(tokenizer.wordDocs, config.word_docs);
  fill(tokenizer.wordIndex, config.word_index);
  for (const [index, word] of entriesOf<string>(config.index_word)) {
    tokenizer.indexWord.set(Number(index), word);
  }
  for (const [index, documents] of entriesOf<number>(config.index_docs)) {
    tokenizer.indexDocs.set(Number(index), documents);
  }
  return tokenizer;
}

function fill(map: Map<string, number>, table: string): void {
  for (const [word, value] of entriesOf<number>(table)) map.set(word, value);
}

/** A key and a word or a number. */
const ENTRY = /("(?:[^"\\]|\\.)*")\s*:\s*("(?:[^"\\]|\\.)*"|\d+)/g;

/** In the order of the file, which breaks ties when the tokenizer is fitted again; an object would put words that are numbers first. */
function entriesOf<T>(table: string): [string, T][] {
  JSON.parse(table); // throws where it is no table
  return Array.from(table.matchAll(ENTRY), ([, key, value]) => [JSON.parse(key!), JSON.parse(value!)]);
}
