import assert from "node:assert/strict";
import { CorruptError, MissingError } from "unroll/core/mod.ts";

Deno.test("errors carry their class's name", () => {
  assert.equal(String(new MissingError("run: deno task setup")), "MissingError: run: deno task setup");
  assert.equal(String(new CorruptError("truncated")), "CorruptError: truncated");
  assert.ok(new MissingError("") instanceof Error && new CorruptError("") instanceof Error);
});
