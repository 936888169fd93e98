import assert from "node:assert/strict";
import { blank } from "../../tools/checks/blank.ts";
import { functions } from "../../tools/checks/functions.ts";
import { sizes } from "../../tools/checks/sizes.ts";
import { assertClean, assertProblem, problemsIn } from "./_sample.ts";

const body = (lines: number): string =>
  `export function long(): void {\n${"  work();\n".repeat(lines - 2)}}\n`;
const excuse = "/** Long because it is a table. */\n";

Deno.test("sizes: accepts 200 lines, 40 in a function, and more with a reason", () =>
  assertClean(sizes, {
    "lib/core/a.ts": body(40) + "work();\n".repeat(160),
    "lib/core/b.ts": excuse + "work();\n".repeat(300),
    "lib/core/c.ts": `import "./a.ts";\n${excuse}${body(60)}`,
  }));

Deno.test("sizes: finds a long file", async () => {
  assertProblem(
    await problemsIn(sizes, { "lib/core/a.ts": "work();\n".repeat(201) }),
    "lib/core/a.ts",
    undefined,
    /201 lines/,
  );
});

Deno.test("sizes: finds a long function", async () => {
  const problems = await problemsIn(sizes, { "lib/core/a.ts": "work();\n" + body(41) });
  assertProblem(problems, "lib/core/a.ts", 2, /long has 41 lines/);
});

Deno.test("functions: finds functions, methods and arrows, with types in braces", () => {
  const source = `
function a<T>(x: { y: T }): { z: T } | { w: number } {
  if (x) { call({}); }
}
class B {
  async #c(x = {}): Promise<void> {
    for (const y of x) { }
  }
  get d(): string { return ""; }
}
const e = (f: number): number => {
  return f;
};
declare function g(): void;
`;
  const found = functions(source).map(({ name, first, last }) => `${name} ${first}-${last}`);
  assert.deepEqual(found.sort(), ["#c 6-8", "a 2-4", "d 9-9", "e 11-13"]);
});

Deno.test("blank: hides comments, and strings on demand, and keeps every line", () => {
  const source = 'a("//x"); // y\nb(`${c /* z */} {`, /"\\/[/]/g, 4 / 2); /* w\n */ d(\'"\');';
  assert.equal(blank(source), 'a("//x");     \nb(`${c        } {`, /"\\/[/]/g, 4 / 2);     \n    d(\'"\');');
  const strings = blank(source, { strings: true });
  assert.equal(strings.length, source.length);
  assert.ok(!/[xyzw"]\/|\{`/.test(strings.replaceAll("``", "")), strings);
  assert.equal(strings.split("\n").length, 3);
});
