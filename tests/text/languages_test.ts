import assert from "node:assert/strict";
import { lemmatizer, splitWords, stemmer, stopWords, type TextLanguage } from "../../lib/text/mod.ts";

Deno.test("stemmer: study 002's canto, canté, cantaríamos", async () => {
  const spanish = await stemmer("es"), english = await stemmer("en"), french = await stemmer("fr");
  assert.deepEqual(["canto", "canté", "cantaríamos", "Gatos"].map(spanish), ["cant", "cant", "cant", "gat"]);
  assert.deepEqual(["running", "Cats", "happily"].map(english), ["run", "cat", "happili"]);
  assert.deepEqual(["chantons", "chanter"].map(french), ["chanton", "chant"]);
});

Deno.test("lemmatizer: study 002's canto, canté, cantaríamos are cantar", async () => {
  const spanish = await lemmatizer("es");
  for (const word of ["canto", "canté", "cantaríamos"]) assert.equal(spanish.wordAs(word, "verb"), "cantar");
});

Deno.test("lemmatizer: study 002's ama is a noun or a verb by itself, a noun in its sentence", async () => {
  const spanish = await lemmatizer("es");
  assert.deepEqual([spanish.wordAs("ama", "noun"), spanish.wordAs("ama", "verb")], ["ama", "amar"]);
  const [, ama, , llaves, abrió] = spanish.sentence("La ama de llaves abrió la puerta.");
  assert.deepEqual(ama, { word: "ama", lemma: "ama", kind: "noun" });
  assert.deepEqual([llaves!.lemma, abrió!.lemma], ["llave", "abrir"]);
  assert.deepEqual(spanish.sentence("Él ama a su perro.")[1], { word: "ama", lemma: "amar", kind: "verb" });
});

Deno.test("lemmatizer: English, and nothing of nothing", async () => {
  const english = await lemmatizer("en");
  assert.deepEqual(english.sentence("The cats were running").map(({ lemma }) => lemma), [
    "the",
    "cat",
    "is",
    "run",
  ]);
  assert.deepEqual(english.sentence(""), []);
  assert.equal(english.wordAs("mice", "noun"), "mouse");
});

Deno.test("stopWords: leave what has a meaning", async () => {
  const left = async (language: TextLanguage, text: string) => {
    const stops = await stopWords(language);
    return splitWords(text).filter((word) => !stops.has(word));
  };
  assert.deepEqual(await left("es", "el gato sube la escalera"), ["gato", "sube", "escalera"]);
  assert.deepEqual(await left("en", "the cat sat on the mat"), ["cat", "sat", "mat"]);
  assert.deepEqual(await left("fr", "le chat est sur la table"), ["chat", "table"]);
});

Deno.test("languages: one that there is not is a range error", async () => {
  const other = "ja" as TextLanguage;
  await assert.rejects(stopWords(other), {
    name: "RangeError",
    message: "Cannot load stop words as of en or es or fr: ja",
  });
  await assert.rejects(stemmer(other), { message: "Cannot load a stemmer as of en or es or fr: ja" });
  await assert.rejects(lemmatizer("fr"), { message: "Cannot load a lemmatizer as of en or es: fr" });
});
