import assert from "node:assert/strict";
import { median, stepsOfTurn } from "../../bench/measuring/statistics.ts";

Deno.test("median: the middle of an odd number, the mean of the middle two of an even one", () => {
  assert.equal(median([3]), 3);
  assert.equal(median([9, 1, 10]), 9); // as numbers, not as text
  assert.equal(median([4, 1, 3, 2]), 2.5);
});

Deno.test("median: leaves the values in their order, refuses none", () => {
  const values = [2, 1, 3];
  median(values);
  assert.deepEqual(values, [2, 1, 3]);
  assert.throws(() => median([]), /^RangeError: Cannot find the median/);
});

Deno.test("steps of a turn: at least one, at most 2,000", () => {
  assert.equal(stepsOfTurn(100, 2000), 20);
  assert.equal(stepsOfTurn(5000, 2000), 1);
  assert.equal(stepsOfTurn(0.001, 2000), 2000);
});
