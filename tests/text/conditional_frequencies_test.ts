import assert from "node:assert/strict";
import { conditionalFrequencies } from "../../lib/text/mod.ts";

const PAIRS = [["a", 1], ["a", 2], ["a", 2], ["a", 2], ["b", 3], ["b", 4]] as const;

Deno.test("conditional frequencies: the likeliest outcome, the first of equals", () => {
  const table = conditionalFrequencies<number>(PAIRS);
  assert.equal(table.total, 6);
  assert.deepEqual(["a", "b", "c"].map(table.mostFrequent), [2, 3, undefined]);
});

Deno.test("conditional frequencies: accuracy on what was counted and on what was not", () => {
  const table = conditionalFrequencies<number>(PAIRS);
  assert.equal(table.accuracy(PAIRS), 4 / 6);
  assert.equal(table.accuracy([["a", 2], ["c", 2], ["b", 4], ["b", 3]]), 0.5);
});

Deno.test("conditional frequencies: entropy by its definition", () => {
  const a = 0.25 * Math.log(4) + 0.75 * Math.log(4 / 3), b = Math.log(2);
  assert.ok(Math.abs(conditionalFrequencies(PAIRS).entropy - (4 * a + 2 * b) / 6) < 1e-12);
  assert.equal(conditionalFrequencies([["a", "x"], ["a", "x"]]).entropy, 0);
});

Deno.test("conditional frequencies: an outcome that is undefined is not an unseen condition", () => {
  const table = conditionalFrequencies<undefined>([["a", undefined]]);
  assert.equal(table.accuracy([["a", undefined], ["b", undefined]]), 0.5);
});

Deno.test("conditional frequencies: nothing to count or to score is a range error", () => {
  assert.throws(() => conditionalFrequencies([]), { name: "RangeError", message: /Cannot count/ });
  assert.throws(() => conditionalFrequencies([["a", 1]]).accuracy([]), {
    name: "RangeError",
    message: /Cannot score/,
  });
});
