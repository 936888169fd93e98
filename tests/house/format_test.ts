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

/** A notebook of one cell, laid out as `deno fmt` lays it out. */
function notebook(source: string): string {
  const cells = [{
    cell_type: "code",
    execution_count: null,
    id: "a",
    metadata: {},
    outputs: [],
    source: [source],
  }];
  const metadata = { language_info: { name: "typescript" } };
  return JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1) + "\n";
}

Deno.test("format: cells of notebooks are formatted too", async () => {
  await assertClean(format, { "a.ipynb": notebook("const x = 1;"), "b.ts": "export const b = 1;\n" });
  assertProblem(
    await problemsIn(format, { "a.ipynb": notebook("const  x = 1") }),
    "a.ipynb",
    undefined,
    /deno fmt/,
  );
});
