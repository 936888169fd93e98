import assert from "node:assert/strict";
import { allChecks } from "../../tools/checks/all.ts";
import type { Check } from "../../tools/checks/check.ts";
import { runCheck } from "../../tools/checks/run_check.ts";
import { withSample } from "./_sample.ts";

const found = (looked: number, lines: number[]): Check => ({
  name: "sample",
  run: () =>
    Promise.resolve({ looked, problems: lines.map((line) => ({ file: "a.ts", line, what: "is wrong" })) }),
});

Deno.test("a check that finds nothing wrong passes with one line", async () => {
  const { passed, lines } = await runCheck(found(3, []), ".");
  assert.ok(passed);
  assert.equal(lines.length, 1);
  assert.match(lines[0]!, /^ok {3}sample +\d+\.\d s {2}3 looked at$/);
});

Deno.test("a problem is printed with its place, and many are cut short", async () => {
  const { passed, lines } = await runCheck(found(3, [1, 2, 3]), ".", { most: 2 });
  assert.ok(!passed);
  assert.deepEqual(lines.slice(1).map((line) => line.trim()), [
    "a.ts:1  is wrong",
    "a.ts:2  is wrong",
    "… and 1 more",
  ]);
});

Deno.test("a check that throws has failed", async () => {
  const { passed, lines } = await runCheck(
    { name: "sample", run: () => Promise.reject(new Error("broken")) },
    ".",
  );
  assert.ok(!passed);
  assert.match(lines.join("\n"), /broken/);
});

Deno.test("every check fails in an empty folder: it has nothing to check", () =>
  withSample({}, async (root) => {
    for (const check of allChecks) {
      const { passed } = await runCheck(check, root);
      assert.ok(!passed, `${check.name} passed`);
    }
  }));
