import type { Tokenizer } from "./tokenizer.ts";

/** A tokenizer as Keras writes it; the tables are JSON texts inside of JSON. */
export interface TokenizerJSON {
  /** Keras's name of the class. */
  class_name: "Tokenizer";
  /** Options and counts, by Keras's names. */
  config: {
    num_words: number | null;
    filters: string;
    lower: boolean;
    split: string;
    char_level: boolean;
    oov_token: string | null;
    document_count: number;
    word_counts: string;
    word_docs: string;
    index_docs: string;
    index_word: string;
    word_index: string;
  };
}

export function tokenizerToJSON(tokenizer: Tokenizer): TokenizerJSON {
  const { options, documentCount } = tokenizer;
  return {
    class_name: "Tokenizer",
    config: {
      num_words: options.numWords ?? null,
      filters: options.filters,
      lower: options.lower,
      split: options.split,
      char_level: options.charLevel,
      oov_token: options.oovToken ?? null,
      document_count: documentCount,
      word_counts: table(tokenizer.wordCounts),
      word_docs: table(tokenizer.wordDocs),
      index_docs: table(tokenizer.indexDocs),
      index_word: table(tokenizer.indexWord),
      word_index: table(tokenizer.wordIndex),
    },
  };
}

/** A dictionary as Python writes it; a JavaScript object would put keys that are numbers first. */
function table(map: ReadonlyMap<string | number, string | number>): string {
  return `{${Array.from(map, ([key, value]) => `${ascii(String(key))}: ${ascii(value)}`).join(", ")}}`;
}

function ascii(value: string | number): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
