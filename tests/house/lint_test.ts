import { lint } from "../../tools/checks/lint.ts";
import { assertClean, assertProblem, problemsIn } from "./_sample.ts";

Deno.test("lint: accepts clean code", () => assertClean(lint, { "a.ts": "export const a = 1;\n" }));

Deno.test("lint: says rule, file and line", async () => {
  const problems = await problemsIn(lint, { "a.ts": "export const a = 1;\nconst b = 2;\n" });
  assertProblem(problems, "a.ts", 2, /no-unused-vars/);
});

Deno.test("lint: a file that does not parse is a problem", async () => {
  const problems = await problemsIn(lint, { "a.ts": "export const a = (;\n" });
  assertProblem(problems, "a.ts", undefined, /SyntaxError/);
});
