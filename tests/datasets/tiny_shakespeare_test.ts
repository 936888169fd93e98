import assert from "node:assert/strict";
import { tinyShakespeare } from "../../lib/datasets/mod.ts";
import { hasMirror } from "./_has_mirror.ts";

Deno.test("tinyShakespeare: the stand-in is labelled as one", async () => {
  const { text, title, source, sourceNote, licence } = await tinyShakespeare({ sources: ["stand-in"] });
  assert.equal(text.length, 1_115_394);
  assert.deepEqual([title, source, licence], ["stand-in for Tiny Shakespeare", "stand-in", "MIT"]);
  assert.match(sourceNote, /^A stand-in made by this project's own code, not Tiny Shakespeare: /);
});

Deno.test({
  name: "tinyShakespeare: 1,115,394 characters, 65 different, from the mirror",
  ignore: !hasMirror("tiny_shakespeare"),
  fn: async () => {
    const { text, source } = await tinyShakespeare({ sources: ["mirror"] });
    assert.deepEqual([text.length, new Set(text).size, source], [1_115_394, 65, "mirror"]);
  },
});
