import assert from "node:assert/strict";
import golden from "../reference/text/keras_text.json" with { type: "json" };
import {
  type MatrixMode,
  type TextOrTokens,
  textToWords,
  Tokenizer,
  tokenizerFromJSON,
  type TokenizerOptions,
} from "../../lib/text/mod.ts";

interface Case {
  name: string;
  options: Record<string, string | number | boolean>;
  fit: TextOrTokens[];
  texts: TextOrTokens[];
  sequences: number[][];
  back: string[];
  matrices: Record<string, number[][]>;
  json: Record<string, unknown>;
  word_docs: [string, number][];
  index_docs: [number, number][];
  file: string;
}

const CASES = golden.tokenizer as unknown as Case[];

function camelCase(options: Case["options"]): TokenizerOptions {
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => [key.replace(/_(.)/g, (_, c) => c.toUpperCase()), value]),
  );
}

function fitted({ options, fit }: Case): Tokenizer {
  const tokenizer = new Tokenizer(camelCase(options));
  tokenizer.fitOnTexts(fit);
  return tokenizer;
}

for (const wanted of CASES) {
  Deno.test(`Tokenizer is Keras's: ${wanted.name}`, () => {
    const tokenizer = fitted(wanted);
    const sequences = tokenizer.textsToSequences(wanted.texts);
    assert.deepEqual(sequences, wanted.sequences);
    assert.deepEqual(tokenizer.sequencesToTexts([...sequences, [1, 2, 99]]), wanted.back);
    const { word_docs: _, index_docs: __, ...config } = tokenizer.toJSON().config;
    assert.deepEqual(config, wanted.json);
    assert.deepEqual(new Map(wanted.word_docs), tokenizer.wordDocs);
    assert.deepEqual(new Map(wanted.index_docs), tokenizer.indexDocs);
    for (const [mode, rows] of Object.entries(wanted.matrices)) {
      const { values, shape } = tokenizer.textsToMatrix(wanted.texts, mode as MatrixMode);
      assert.deepEqual(shape, [rows.length, rows[0]!.length]);
      assert.deepEqual(values, Float32Array.from(rows.flat()), mode);
    }
  });

  Deno.test(`Tokenizer reads and writes Keras's file: ${wanted.name}`, () => {
    for (const file of [wanted.file, JSON.stringify(wanted.file), JSON.stringify(fitted(wanted))]) {
      const tokenizer = tokenizerFromJSON(file), fresh = fitted(wanted);
      assert.deepEqual(tokenizer.textsToSequences(wanted.texts), wanted.sequences);
      assert.deepEqual(tokenizer.wordIndex, fresh.wordIndex);
      assert.deepEqual(tokenizer.indexDocs, fresh.indexDocs);
      tokenizer.fitOnTexts(wanted.fit);
      fresh.fitOnTexts(wanted.fit);
      assert.deepEqual([...tokenizer.wordIndex], [...fresh.wordIndex]);
    }
  });
}

Deno.test("tokenizerFromJSON: words keep their order, numbers too, which breaks ties as Keras does", () => {
  const tokenizer = new Tokenizer();
  tokenizer.fitOnTexts(['c 10 b b 2 "é']);
  const read = tokenizerFromJSON(JSON.stringify(tokenizer));
  assert.deepEqual([...read.wordCounts], [["c", 1], ["10", 1], ["b", 2], ["2", 1], ["é", 1]]);
  read.fitOnTexts(["10 c"]);
  assert.deepEqual([...read.wordIndex.keys()], ["c", "10", "b", "2", "é"]);
});

Deno.test("tokenizerFromJSON: an unknown word that is a word of the text keeps its index", () => {
  const tokenizer = new Tokenizer({ oovToken: "cat" });
  tokenizer.fitOnTexts(["the cat"]);
  const read = tokenizerFromJSON(JSON.stringify(tokenizer));
  assert.deepEqual([...read.wordIndex], [["cat", 3], ["the", 2]]);
  assert.deepEqual([...read.indexWord], [[3, "cat"], [2, "the"]]);
});

Deno.test("Tokenizer.fitOnSequences: TF-IDF of indices alone, as Keras's", () => {
  const tokenizer = new Tokenizer({ numWords: 4 });
  tokenizer.fitOnSequences([[1, 2, 2], [2, 3], []]);
  assert.equal(tokenizer.documentCount, 3);
  assert.deepEqual([...tokenizer.indexDocs], [[1, 1], [2, 2], [3, 1]]);
  const weight = (count: number, documents: number) =>
    (1 + Math.log(count)) * Math.log(1 + 3 / (1 + documents));
  assert.deepEqual(
    tokenizer.sequencesToMatrix([[2, 2, 1]], "tfidf").values,
    Float32Array.of(0, weight(1, 1), weight(2, 2), 0),
  );
});

Deno.test("textToWords is Keras's text_to_word_sequence", () => {
  for (const { text, words } of golden.words) assert.deepEqual(textToWords(text), words);
  assert.deepEqual(textToWords("A, b", { filters: undefined, lower: undefined, split: undefined }), [
    "a",
    "b",
  ]);
});

Deno.test("Tokenizer: bad options and an unfitted one are range errors", () => {
  for (const numWords of [0, -1, 1.5, NaN]) assert.throws(() => new Tokenizer({ numWords }), RangeError);
  assert.throws(() => new Tokenizer({ split: "" }), {
    name: "RangeError",
    message: /at a separator: it is ""/,
  });
  const empty = new Tokenizer();
  assert.throws(() => empty.textsToMatrix(["a"]), { name: "RangeError", message: /fit the tokenizer first/ });
  const limited = new Tokenizer({ numWords: 3 });
  assert.throws(() => limited.textsToMatrix(["a"], "tfidf"), {
    name: "RangeError",
    message: /counted 0 documents/,
  });
  assert.throws(() => limited.textsToMatrix(["a"], "idf" as MatrixMode), {
    name: "RangeError",
    message: "Cannot fill a matrix as binary, count, freq, tfidf: idf",
  });
  for (const index of [-1, 0.5, NaN]) {
    assert.throws(() => limited.sequencesToMatrix([[1], [index]]), {
      name: "RangeError",
      message: /whole number from 0: /,
    });
  }
  assert.deepEqual(new Tokenizer({ oovToken: "?" }).textsToSequences(["a", ""]), [[], []]);
});

Deno.test("tokenizerFromJSON: what is no tokenizer is a syntax error", () => {
  for (
    const text of ["", "{", "null", "{}", '{"class_name":"Tokenizer"}', '{"class_name":"Other","config":{}}']
  ) {
    assert.throws(() => tokenizerFromJSON(text), {
      name: "SyntaxError",
      message: /^Cannot read a tokenizer as Keras/,
    });
  }
});
