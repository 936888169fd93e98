import assert from "node:assert/strict";
import { sizeOf } from "unroll/core/mod.ts";

Deno.test("the size is the product of the dimensions, 1 for a scalar, 0 for an empty axis", () => {
  assert.equal(sizeOf([2, 3]), 6);
  assert.equal(sizeOf([]), 1);
  assert.equal(sizeOf([5, 0, 2]), 0);
});
