import assert from "node:assert/strict";
import { random } from "../../lib/core/mod.ts";
import { padSequences, shuffleTokens } from "../../lib/text/mod.ts";

const long = Array.from({ length: 30 }, (_, i) => i + 1);

Deno.test("shuffleTokens: another order of the same tokens, the filling stays, the input too", () => {
  const rows = padSequences([long, [5, 6], []], { maxlen: 32 });
  const before = rows.values.slice();
  const { values, shape } = shuffleTokens(rows, random(3));
  assert.deepEqual(shape, [3, 32]);
  assert.deepEqual([...values.subarray(0, 2)], [0, 0]);
  assert.notDeepEqual([...values.subarray(2, 32)], long);
  assert.deepEqual([...values.subarray(2, 32)].sort((a, b) => a - b), long);
  assert.deepEqual([...values.subarray(62, 64)].sort(), [5, 6]);
  assert.ok(values.subarray(64).every((token) => token === 0));
  assert.deepEqual(rows.values, before);
  assert.deepEqual(shuffleTokens(rows, random(3)).values, values);
});

Deno.test("shuffleTokens: what is no table of whole numbers is a type error", () => {
  assert.throws(
    () => shuffleTokens(padSequences([[1]], { dtype: "float32" }), random(1)),
    /Cannot shuffle tokens as rows of whole numbers \[N, T\]/,
  );
  assert.throws(() => shuffleTokens({ values: new Int32Array(3), shape: [2, 2] }, random(1)), TypeError);
});
