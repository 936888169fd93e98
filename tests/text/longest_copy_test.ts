import assert from "node:assert/strict";
import { random } from "../../lib/core/mod.ts";
import { longestCopy } from "../../lib/text/mod.ts";

Deno.test("the longest passage that two texts share", () => {
  assert.equal(longestCopy("una red neuronal es", "la red neuronal"), "a red neuronal");
  assert.equal(longestCopy("abab", "ba"), "ba");
  assert.equal(longestCopy("xyz", "abc"), "");
  assert.equal(longestCopy("", "abc"), "");
  assert.equal(longestCopy("abc", "abc"), "abc");
  assert.equal(longestCopy("ab cd", "cd ab"), "ab", "the first of equals");
});

Deno.test("a slow look at every passage finds the same", () => {
  const chance = random(5),
    letters = (length: number) => Array.from({ length }, () => "abc"[chance.integer(0, 3)]).join("");
  for (let round = 0; round < 30; round++) {
    const text = letters(12), source = letters(40);
    const passages = [...text].flatMap((_, start) =>
      [...text.slice(start)].map((_, i) => text.slice(start, start + i + 1))
    );
    const most = Math.max(0, ...passages.filter((one) => source.includes(one)).map(({ length }) => length));
    assert.equal(longestCopy(text, source).length, most);
  }
});
