import assert from "node:assert/strict";
import { cleanText, countTokens, ngrams, splitWords } from "../../lib/text/mod.ts";

Deno.test("splitWords: at single spaces, as Python's split(' ')", () => {
  assert.deepEqual(splitWords("To be,\nor  not ", { by: "spaces" }), ["To", "be,\nor", "", "not", ""]);
});

Deno.test("splitWords: at white space, as Python's split()", () => {
  assert.deepEqual(splitWords(" To be,\n\tor  not "), ["To", "be,", "or", "not"]);
  assert.deepEqual(splitWords(" \n"), []);
  assert.deepEqual(splitWords("\ufeffto\u0085be\u3000or\u00a0not"), ["\ufeffto", "be", "or", "not"]);
});

Deno.test("splitWords: by Intl.Segmenter in the four languages", () => {
  const by = "segmenter";
  assert.deepEqual(splitWords("Don't stop, Romeo!", { by }), ["Don't", "stop", "Romeo"]);
  assert.deepEqual(splitWords("¿Qué hora es?", { by, language: "es" }), ["Qué", "hora", "es"]);
  assert.deepEqual(splitWords("Où vas-tu ?", { by, language: "fr" }), ["Où", "vas", "tu"]);
  assert.deepEqual(splitWords("猫が好きです。", { by, language: "ja" }), ["猫", "が", "好き", "です"]);
});

Deno.test("splitWords: a language that is none is a range error", () => {
  assert.throws(() => splitWords("a", { by: "segmenter", language: "not a tag" }), {
    name: "RangeError",
    message: 'Cannot split words as of a language like "es": not a tag',
  });
});

Deno.test("splitWords: a way that is none is a range error", () => {
  assert.throws(() => splitWords("a", { by: "words" as "spaces" }), {
    name: "RangeError",
    message: /segmenter: words$/,
  });
});

Deno.test("cleanText: one normal form unless told otherwise", () => {
  assert.equal(cleanText("e\u0301"), "é");
  assert.equal(cleanText("é", { form: "NFD" }), "e\u0301");
  assert.equal(cleanText("ﬁn", { form: "NFKC" }), "fin");
  assert.equal(cleanText("e\u0301", { form: false }), "e\u0301");
});

Deno.test("cleanText: each step", () => {
  assert.equal(cleanText("AÑO", { lower: true }), "año");
  assert.equal(cleanText("Activación, año, Über", { fold: true }), "Activacion, ano, Uber");
  assert.equal(cleanText("¿qué? 1+1", { punctuation: true }), " qué  1 1");
  assert.equal(cleanText("a\r\nb\rc\n", { lineBreaks: true }), "a\nb\nc\n");
  assert.equal(cleanText("  a \n b ", { spaces: true }), "a b");
  const all = { lower: true, fold: true, punctuation: true, spaces: true };
  assert.equal(cleanText("¡Activación!\r\n¿Sí?", all), "activacion si");
});

Deno.test("countTokens: commonest first, equals in the order of the text", () => {
  assert.deepEqual([...countTokens("banana")], [["a", 3], ["n", 2], ["b", 1]]);
  assert.deepEqual([...countTokens(["y", "x"])], [["y", 1], ["x", 1]]);
});

Deno.test("ngrams: study 002's cats are told apart by 4-grams", () => {
  const cat = ngrams(splitWords("El gato sube despacio la escalera"), 4);
  assert.deepEqual(cat[0], ["El", "gato", "sube", "despacio"]);
  assert.equal(cat.length, 3);
  assert.deepEqual(ngrams(["a"], 2), []);
  for (const n of [0, -1, 1.5, NaN]) assert.throws(() => ngrams(["a"], n), RangeError);
});
