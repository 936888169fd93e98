import assert from "node:assert/strict";
import { notebooks } from "../../tools/checks/notebooks.ts";
import { assertClean, assertProblem, notebookFile, problemsIn } from "./_sample.ts";

const file = "notebooks/a.ipynb";
const imports = 'import { lstm } from "unroll";';

Deno.test("notebooks: accepts a stripped one", () =>
  assertClean(notebooks, {
    "notebooks/b.ipynb": notebookFile([[
      "code",
      `const params = Object.freeze({\n${"  a: 1,\n".repeat(20)}});`,
    ]]),
    "notebooks/d.ipynb": notebookFile([[
      "code",
      `const params = parameters({\n${"  a: 1,\n".repeat(20)}});`,
    ]]),
    "notebooks/c.ipynb": notebookFile([["code", `import {\n${"  a,\n".repeat(20)}} from "unroll";`]]),
    [file]: notebookFile([["markdown", "# A"], ["code", imports], ["code", "const a = 1;"], [
      "markdown",
      "It is 1.",
    ]]),
  }));

for (
  const [what, text, expected] of [
    ["outputs", notebookFile([["code", imports]], { outputs: [{}] }), /cell 1: has outputs/],
    [
      "an execution count",
      notebookFile([["code", imports]], { execution_count: 3 }),
      /cell 1: has an execution count/,
    ],
    [
      "volatile metadata",
      notebookFile([["code", imports]], { metadata: { execution: {} } }),
      /"execution" is volatile/,
    ],
    ["let", notebookFile([["code", "let a = 1;"]]), /use const/],
    ["a long cell", notebookFile([["code", "a;\n".repeat(16)]]), /16 lines/],
    [
      "an import past unroll",
      notebookFile([["code", 'import * as tf from "@tensorflow/tfjs";']]),
      /"unroll" only/,
    ],
    [
      "three code cells in a row",
      notebookFile([["code", "1"], ["code", "2"], ["code", "3"]]),
      /cell 3: the third/,
    ],
  ] as const
) {
  Deno.test(`notebooks: finds ${what}`, async () => {
    assertProblem(await problemsIn(notebooks, { [file]: text }), file, undefined, expected);
  });
}

Deno.test("notebooks: the kernel's version is volatile", async () => {
  const notebook = JSON.parse(notebookFile([["code", imports]]));
  notebook.metadata.language_info = { name: "typescript", version: "6.0.3" };
  const problems = await problemsIn(notebooks, { [file]: JSON.stringify(notebook) });
  assert.match(problems[0]!.what, /version is volatile/);
});
