import assert from "node:assert/strict";
import { random } from "../../lib/core/mod.ts";
import { textToWords, Tokenizer } from "../../lib/text/mod.ts";

/** The slow obvious twin: a Map. */
function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap((text) => textToWords(text))) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

Deno.test("Tokenizer: a large vocabulary is counted as with a Map, and every word found again", () => {
  const chance = random(4);
  const word = () =>
    "x".repeat(chance.integer(0, 80)) + chance.integer(0, 20_000).toString(36) +
    "ñ".repeat(chance.integer(0, 2));
  const texts = Array.from({ length: 200 }, () => Array.from({ length: 150 }, word).join(" "));
  const tokenizer = new Tokenizer();
  tokenizer.fitOnTexts(texts);
  assert.deepEqual([...tokenizer.wordCounts], [...counted(texts)]);
  assert.ok(tokenizer.wordCounts.size > 20_000);
  assert.deepEqual(tokenizer.sequencesToTexts(tokenizer.textsToSequences(texts)), texts);
});

Deno.test("Tokenizer: words with one hash stay two words", () => {
  const pairs = ["costarring liquid", "declinate macallums", "altarage zinke"]; // FNV-1a collisions of 32 bits
  const tokenizer = new Tokenizer();
  tokenizer.fitOnTexts(pairs);
  assert.deepEqual([...tokenizer.wordIndex.keys()], pairs.join(" ").split(" "));
  assert.deepEqual(tokenizer.textsToSequences(["liquid costarring"]), [[2, 1]]);
});

Deno.test("Tokenizer: fitted again, it knows the new words too", () => {
  const tokenizer = new Tokenizer();
  tokenizer.fitOnTexts(["a b"]);
  assert.deepEqual(tokenizer.textsToSequences(["a c"]), [[1]]);
  tokenizer.fitOnTexts(["c c c"]);
  assert.deepEqual(tokenizer.textsToSequences(["a c"]), [[2, 1]]);
});
