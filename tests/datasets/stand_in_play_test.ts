import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import manifest from "../../data/manifest.json" with { type: "json" };
import { standInPlay } from "../../lib/datasets/mod.ts";
import { fourCharacterBaseline } from "./_baseline.ts";

const PLAY = standInPlay();
const SHAKESPEARES = "\n !$&',-.3:;?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

Deno.test("standInPlay: as long as Tiny Shakespeare and of the same 65 characters", () => {
  assert.equal(PLAY.length, 1_115_394);
  assert.equal([...new Set(PLAY)].sort().join(""), SHAKESPEARES);
  const lines = PLAY.split("\n").filter((line) => line !== "");
  const mean = lines.reduce((sum, line) => sum + line.length, 0) / lines.length;
  assert.ok(mean > 28 && mean < 42, `mean line ${mean}`);
});

Deno.test("standInPlay: the same text on every machine, another for another seed", () => {
  assert.equal(
    createHash("sha256").update(PLAY).digest("hex"),
    manifest.standIns.tiny_shakespeare.sha256,
  );
  assert.equal(standInPlay({ length: 500 }), PLAY.slice(0, 500));
  assert.notEqual(standInPlay({ seed: 1, length: 500 }), standInPlay({ length: 500 }));
});

Deno.test("standInPlay: a table of what follows four characters is right on 50 to 80 % of the last tenth", () => {
  const share = fourCharacterBaseline(PLAY);
  assert.ok(share > 0.5 && share < 0.8, `${share}`);
});

Deno.test("standInPlay: a length that is none is a range error", () => {
  for (const length of [0, -1, 1.5, NaN]) assert.throws(() => standInPlay({ length }), RangeError);
});
