import assert from "node:assert/strict";
import { types } from "../../tools/checks/types.ts";
import { assertClean, assertProblem, notebookFile, problemsIn } from "./_sample.ts";

const house = {
  "deno.json": `{ "imports": { "unroll": "./lib/mod.ts" } }`,
  "lib/mod.ts": "export const units = 64;\n",
};

Deno.test("types: accepts a library and a notebook that awaits and imports it", () =>
  assertClean(types, {
    ...house,
    "notebooks/a.ipynb": notebookFile([["code", 'import { units } from "unroll";'], [
      "code",
      "await units;",
    ]]),
  }));

Deno.test("types: says file and line in the library", async () => {
  const problems = await problemsIn(types, {
    ...house,
    "lib/a.ts": 'export const a = 1;\nexport const b: number = "";\n',
  });
  assertProblem(problems, "lib/a.ts", 2, /TS2322/);
});

Deno.test("types: says the cell of a notebook", async () => {
  const cells: ["code" | "markdown", string][] = [["markdown", "# A"], ["code", "const a = 1;"], [
    "code",
    "a;\nb;",
  ]];
  const problems = await problemsIn(types, { ...house, "notebooks/a.ipynb": notebookFile(cells) });
  assertProblem(problems, "notebooks/a.ipynb", undefined, /^cell 3, line 2: TS2304/);
});

Deno.test("types: a name declared in two cells is a problem", async () => {
  const cells: ["code" | "markdown", string][] = [["code", "const a = 1;"], ["code", "const a = 2;"]];
  const problems = await problemsIn(types, { ...house, "notebooks/a.ipynb": notebookFile(cells) });
  assert.ok(problems.some(({ what }) => /cell 2, line 1: TS2451/.test(what)), JSON.stringify(problems));
});

Deno.test("types: examples in docstrings and documents are checked, at their own lines", async () => {
  const example =
    "/**\n * One.\n *\n * @example\n * ```ts\n * const a: string = 1;\n * ```\n */\nexport const one = 1;\n";
  const inCode = await problemsIn(types, { ...house, "lib/a.ts": example });
  assertProblem(inCode, "lib/a.ts", 6, /TS2322/);
  const inText = await problemsIn(types, {
    ...house,
    "README.md": "# A\n\n```ts\nconst a: string = 1;\n```\n",
  });
  assertProblem(inText, "README.md", 4, /TS2322/);
});

Deno.test("types: a missing module is a problem", async () => {
  const problems = await problemsIn(types, { ...house, "lib/a.ts": 'export * from "./b.ts";\n' });
  assertProblem(problems, "lib/a.ts", 1, /TS2307/);
});
