import type { TokenizerJSON } from "./_tokenizer_json.ts";
import { Tokenizer } from "./tokenizer.ts";

/**
 * Reads a tokenizer that this library or Keras's `to_json` wrote.
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
    return read(JSON.parse(text));
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
  const order = entriesOf(config.word_index).sort(([, a], [, b]) => a - b);
  for (const [word, index] of order) tokenizer.wordIndex.set(word, index);
  for (const [word, index] of order) tokenizer.indexWord.set(index, word);
  fill(tokenizer.wordCounts, config.word_counts, order);
  fill(tokenizer.wordDocs, config.word_docs, order);
  for (const [index, documents] of entriesOf(config.index_docs)) {
    tokenizer.indexDocs.set(Number(index), documents);
  }
  return tokenizer;
}

/** Porting note: words that are numbers lose their place in a JavaScript object, so the order comes from the indices. */
function fill(map: Map<string, number>, table: string, order: readonly [string, number][]): void {
  const values = new Map(entriesOf(table));
  for (const [word] of order) if (values.has(word)) map.set(word, values.get(word)!);
}

function entriesOf(table: string): [string, number][] {
  return Object.entries<number>(JSON.parse(table));
}
