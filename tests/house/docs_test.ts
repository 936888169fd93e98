import assert from "node:assert/strict";
import { docs } from "../../tools/checks/docs.ts";
import { assertClean, assertProblem, problemsIn } from "./_sample.ts";

const module = `/**\n * Shapes.\n *\n * @module\n */\nexport * from "./size.ts";\n`;
const example = " * @example\n * ```ts\n * size([1]);\n * ```\n";
const lines = (...tags: string[]): string => `/**\n * The size.\n *\n${tags.join("")}${example} */\n`;
const shape = " * @param shape the dimensions\n";
const returns = " * @returns their product\n";
const throws = " * @throws {RangeError} when it is empty\n";
const quiet = "export function size(shape: number[]): number {\n  return shape.length;\n}\n";
const loud = 'export function size(shape: number[]): number {\n  throw new RangeError("no " + shape);\n}\n';
const sample = (source: string): Record<string, string> => ({
  "lib/core/mod.ts": module,
  "lib/core/size.ts": source,
});

Deno.test("docs: accepts a function that is documented", () =>
  assertClean(docs, sample(lines(shape, returns) + quiet)));

Deno.test("docs: accepts a function that documents its errors", () =>
  assertClean(docs, sample(lines(shape, returns, throws) + loud)));

for (
  const [what, source, expected] of [
    ["no docstring", quiet, /no docstring/],
    ["no @param", lines(returns) + quiet, /lacks @param shape/],
    ["a @param too many", lines(shape, " * @param size ?\n", returns) + quiet, /does not have/],
    ["no @returns", lines(shape) + quiet, /lacks @returns/],
    ["no @throws", lines(shape, returns) + loud, /lacks @throws/],
    ["no @example", `/**\n * The size.\n *\n${shape}${returns} */\n${quiet}`, /lacks @example/],
    [
      "a third argument",
      lines(shape, returns) + quiet.replace("shape:", "a: 1, b: 1, shape:"),
      /asks for 3 arguments/,
    ],
    [
      "an option without docstring",
      "/** How. */\nexport interface SizeOptions {\n  axis?: number;\n}\n",
      /SizeOptions.axis/,
    ],
  ] as const
) {
  Deno.test(`docs: finds ${what}`, async () => {
    const problems = await problemsIn(docs, sample(source));
    assert.ok(problems.some((problem) => expected.test(problem.what)), JSON.stringify(problems));
    assert.ok(problems.every(({ file, line }) => file === "lib/core/size.ts" && line! > 0));
  });
}

Deno.test("docs: nothing is owed by what no mod.ts exports", () =>
  assertClean(docs, {
    ...sample(lines(shape, returns) + quiet),
    "lib/core/_hidden.ts": "export function a() {}\n",
  }));

Deno.test("docs: a room without mod.ts, and one without a module docstring", async () => {
  const alone = await problemsIn(docs, { "lib/core/size.ts": quiet });
  assertProblem(alone, "lib/core/mod.ts", undefined, /does not exist/);
  const mute = await problemsIn(docs, {
    ...sample(lines(shape, returns) + quiet),
    "lib/core/mod.ts": 'export * from "./size.ts";\n',
  });
  assertProblem(mute, "lib/core/mod.ts", undefined, /module docstring/);
});
