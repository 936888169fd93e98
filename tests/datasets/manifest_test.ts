import assert from "node:assert/strict";
import manifest from "../../data/manifest.json" with { type: "json" };
import * as datasets from "../../lib/datasets/mod.ts";

const corpora = Object.entries(datasets)
  .filter(([name]) => name.endsWith("Corpus") && name !== "findCorpus")
  .map(([, corpus]) => corpus as datasets.Corpus);

Deno.test("manifest: every corpus of the code, and nothing else", () => {
  assert.ok(corpora.length > 0);
  assert.deepEqual(Object.keys(manifest.corpora).sort(), corpora.map(({ id }) => id).sort());
  for (const { id, ...corpus } of corpora) {
    assert.deepEqual(
      manifest.corpora[id as keyof typeof manifest.corpora],
      JSON.parse(JSON.stringify(corpus)),
    );
  }
});

Deno.test("manifest: checksums, sizes and paths are well formed", () => {
  for (const file of corpora.flatMap(({ editions }) => editions.flat())) {
    assert.match(file.sha256 ?? "0".repeat(64), /^[0-9a-f]{64}$/);
    assert.ok(Number.isInteger(file.bytes) && file.bytes > 0);
    assert.ok(!/^\/|\.\.|\\/.test(file.path), file.path);
  }
});

Deno.test("data/README.md names every corpus with its licence and source", async () => {
  const readme = await Deno.readTextFile(new URL("../../data/README.md", import.meta.url));
  for (const { id, licence } of corpora) {
    assert.ok(readme.includes(`\`${id}\``), id);
    assert.ok(readme.includes(licence), licence);
  }
});
