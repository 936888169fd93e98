import assert from "node:assert/strict";
import { assertShape } from "unroll/core/mod.ts";

Deno.test("a shape fits exact sizes and names", () => {
  assertShape([64, 100, 256], ["batch", "time", 256]);
  assertShape([], []);
  assertShape([3, 3], ["n", "n"], "matrix");
});

Deno.test("another rank, another size and two sizes of one name are refused", () => {
  assert.throws(() => assertShape([64, 100], ["batch", "time", 256], "input"), {
    name: "TypeError",
    message: "Cannot use input as [batch, time, 256]: its shape is [64, 100]",
  });
  assert.throws(() => assertShape([64, 100, 255], ["batch", "time", 256]), TypeError);
  assert.throws(() => assertShape([3, 4], ["n", "n"]), TypeError);
});
