import assert from "node:assert/strict";
import { types } from "../../tools/checks/types.ts";
import { assertClean, notebookFile, problemsIn } from "./_sample.ts";

const house = {
  "deno.json": `{ "imports": { "unroll": "./lib/mod.ts" } }`,
  "lib/mod.ts": "export const units = 64;\n",
};
const example =
  "/**\n * One.\n *\n * @example\n * ```ts\n * const a: string = 1;\n * ```\n */\nexport const one = 1;\n";

Deno.test("types: accepts a library and a notebook that imports it and awaits", () =>
  assertClean(types, {
    ...house,
    "notebooks/a.ipynb": notebookFile([["code", 'import { units } from "unroll";'], [
      "code",
      "await units;",
    ]]),
  }));

Deno.test("types: says file and line in code, examples and documents, and the cell of a notebook", async () => {
  const problems = await problemsIn(types, {
    ...house,
    "lib/a.ts": 'export const a = 1;\nexport const b: number = "";\n',
    "lib/b.ts": 'export * from "./c.ts";\n',
    "lib/d.ts": example,
    "README.md": "# A\n\n```ts\nconst a: string = 1;\n```\n",
    "notebooks/a.ipynb": notebookFile([["markdown", "# A"], ["code", "const a = 1;"], ["code", "a;\nb;"]]),
    "notebooks/b.ipynb": notebookFile([["code", "const a = 1;"], ["code", "const a = 2;"]]),
  });
  const found = problems.map(({ file, line, what }) => `${file}:${line ?? ""} ${what}`);
  for (
    const expected of [
      /^lib\/a.ts:2 TS2322/,
      /^lib\/b.ts:1 TS2307/,
      /^lib\/d.ts:6 TS2322/,
      /^README.md:4 TS2322/,
      /^notebooks\/a.ipynb: cell 3, line 2: TS2304/,
      /^notebooks\/b.ipynb: cell 2, line 1: TS2451/,
    ]
  ) {
    assert.ok(found.some((line) => expected.test(line)), `${expected} is not in\n${found.join("\n")}`);
  }
});
