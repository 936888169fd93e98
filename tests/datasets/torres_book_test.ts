import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import manifest from "../../data/manifest.json" with { type: "json" };
import { standInBook, torresBook } from "../../lib/datasets/mod.ts";
import { fourCharacterBaseline } from "./_baseline.ts";
import { hasMirror } from "./_has_mirror.ts";

Deno.test("standInBook: as long as the book, 92 different characters, CR LF, no accents", () => {
  const book = standInBook();
  assert.deepEqual([book.length, new Set(book).size], [203_251, 92]);
  assert.ok(!/[^\r]\n|\r[^\n]/.test(book));
  assert.ok(!/[áéíóúñ]/i.test(book));
});

Deno.test("standInBook: the same text on every machine, another for another seed", () => {
  assert.equal(
    createHash("sha256").update(standInBook()).digest("hex"),
    manifest.standIns.torres_book.sha256,
  );
  assert.equal(standInBook({ length: 500 }), standInBook().slice(0, 500));
  assert.notEqual(standInBook({ seed: 1, length: 500 }), standInBook({ length: 500 }));
});

Deno.test("standInBook: a table of what follows four characters is right on 50 to 80 % of the last tenth", () => {
  const share = fourCharacterBaseline(standInBook());
  assert.ok(share > 0.5 && share < 0.8, `${share}`);
});

Deno.test("standInBook: a length that is none is a range error", () => {
  for (const length of [0, -1, 1.5, NaN]) assert.throws(() => standInBook({ length }), RangeError);
});

Deno.test("torresBook: the stand-in is labelled as one", async () => {
  const { text, title, source } = await torresBook({ sources: ["stand-in"] });
  assert.equal(text, standInBook());
  assert.ok(title.startsWith("stand-in for "));
  assert.equal(source, "stand-in");
});

Deno.test({
  name: "torresBook: 203,251 characters, 92 different, from the mirror; the stand-in has the same",
  ignore: !hasMirror("torres_book"),
  fn: async () => {
    const { text } = await torresBook({ sources: ["mirror"] });
    assert.equal(text.length, 203_251);
    assert.deepEqual(new Set(text), new Set(standInBook()));
  },
});
