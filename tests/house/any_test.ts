import { any } from "../../tools/checks/any.ts";
import { assertClean, assertProblem, problemsIn } from "./_sample.ts";

const silenced = `const a = 1;\n// ${"deno-lint"}-ignore no-explicit-any\nexport const b: any = a;\n`;

Deno.test("any: accepts it inside the engine", () =>
  assertClean(any, { "lib/engine/a.ts": silenced, "lib/core/a.ts": "" }));

Deno.test("any: finds it elsewhere", async () => {
  assertProblem(await problemsIn(any, { "lib/text/a.ts": silenced }), "lib/text/a.ts", 2, /lib\/engine only/);
});

Deno.test("any: finds lines that are not checked", async () => {
  const problems = await problemsIn(any, {
    "tools/a.ts": `// @ts-${"ignore"}\nexport const a: string = 1;\n`,
  });
  assertProblem(problems, "tools/a.ts", 1, /unchecked/);
});
