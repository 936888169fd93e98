import assert from "node:assert/strict";
import { format } from "../../tools/checks/format.ts";
import { assertClean, assertProblem, problemsIn } from "./_sample.ts";

Deno.test("format: accepts a formatted file", () => assertClean(format, { "a.ts": "export const a = 1;\n" }));

Deno.test("format: names the file that is not formatted", async () => {
  const problems = await problemsIn(format, { "a.ts": "export const  a=1", "b.ts": "export const b = 1;\n" });
  assertProblem(problems, "a.ts", undefined, /deno fmt/);
});

Deno.test("format: a file that does not parse is a problem", async () => {
  const problems = await problemsIn(format, { "a.ts": "export const a = (;\n" });
  assert.equal(problems.length, 1);
});
