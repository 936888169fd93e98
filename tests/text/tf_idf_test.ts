import assert from "node:assert/strict";
import { splitWords, tfIdf } from "../../lib/text/mod.ts";

const DOCUMENTS = ["el gato duerme", "el perro come come", "el gato come", ""].map((text) =>
  splitWords(text)
);

Deno.test("tfIdf: study 002's formulas, with the numbers worked out by hand", () => {
  const weights = tfIdf(DOCUMENTS);
  assert.equal(weights.tf("come", 1), 2 / 4);
  assert.equal(weights.tf("gato", 1), 0);
  assert.equal(weights.tf("gato", 3), 0);
  assert.equal(weights.idf("el"), Math.log(4 / 3));
  assert.equal(weights.idf("perro"), Math.log(4));
  assert.equal(weights.idf("zorro"), 0);
  assert.equal(weights.weight("gato", 0), 1 / 3 * Math.log(2));
  assert.deepEqual(weights.terms, ["el", "gato", "duerme", "perro", "come"]);
});

Deno.test("tfIdf: a word of every document weighs nothing", () => {
  const weights = tfIdf(DOCUMENTS.slice(0, 3));
  assert.equal(weights.weight("el", 0), 0);
  assert.deepEqual(weights.rankTerms().at(-1), { term: "el", score: 0 });
  assert.equal(weights.rankTerms()[0]!.term, "duerme");
});

Deno.test("tfIdf: ranks documents for a query, equals in their order", () => {
  const ranking = tfIdf(DOCUMENTS).rank(["come", "perro"]);
  assert.deepEqual(ranking.map(({ document }) => document), [1, 2, 0, 3]);
  assert.ok(Math.abs(ranking[0]!.score - (0.5 * Math.log(2) + 0.25 * Math.log(4))) < 1e-12);
  assert.deepEqual(tfIdf(DOCUMENTS).rank(["zorro"]).map(({ document }) => document), [0, 1, 2, 3]);
});

Deno.test("tfIdf: no documents, or one that is not there, is a range error", () => {
  assert.throws(() => tfIdf([]), { name: "RangeError", message: /there is none/ });
  assert.throws(() => tfIdf(DOCUMENTS).tf("el", 4), { message: "Cannot weigh as one of 4 documents: 4" });
  assert.throws(() => tfIdf(DOCUMENTS).weight("el", -1), RangeError);
});
