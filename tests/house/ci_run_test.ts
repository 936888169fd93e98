import assert from "node:assert/strict";
import { withSample } from "./_sample.ts";

const script = Deno.readTextFileSync(new URL("../../.ci/run", import.meta.url));

/** Runs a copy of .ci/run in a project with these tasks; gives its last line and whether it succeeded. */
function runWith(
  tasks: Record<string, string>,
  text = script,
): Promise<{ last: string; success: boolean; text: string }> {
  return withSample({
    ".ci/run": text,
    "deno.json": JSON.stringify({ tasks }),
    "examples/sine.ts": "",
  }, async (root) => {
    const { success, stdout } = await new Deno.Command("bash", {
      args: [".ci/run"],
      cwd: root,
      stdin: "null",
    }).output();
    const printed = new TextDecoder().decode(stdout);
    return { last: printed.trimEnd().split("\n").at(-1)!, success, text: printed };
  });
}

const good = {
  setup: "echo done",
  ok: "echo done",
  test: "echo 'ok | 12 passed | 0 failed (3s)'",
  "test:kernel": "echo 'ok | 2 passed (7 steps) | 0 failed | 1 ignored (3s)'",
  "test:browser": "echo 'ok | 1 passed | 0 failed (3s)'",
  "test:keras": "echo 'ok | 4 passed | 0 failed (3s)'",
  conformance: "echo '3900 passed, 0 failed'",
  report: "echo done",
};

Deno.test({ name: ".ci/run: adds up the counts", ignore: Deno.build.os === "windows" }, async () => {
  const { last, success } = await runWith(good);
  assert.equal(last, "3923 passed, 0 failed");
  assert.ok(success);
});

Deno.test(
  { name: ".ci/run: goes on after failures and counts them", ignore: Deno.build.os === "windows" },
  async () => {
    const { last, success, text } = await runWith({
      setup: "echo broken; exit 3",
      test: "echo 'FAILED | 11 passed (2 steps) | 2 failed (1 step) (3s)'; exit 1",
      "test:kernel": "echo 'ok | 2 passed | 0 failed (3s)'; exit 1", // crashed after its tests
      "test:browser": "echo nothing counted",
      "test:keras": "echo 'ok | 4 passed | 0 failed (3s)'",
      conformance: "echo '3900 passed, 4 failed'; exit 1",
      report: "echo done",
    });
    // failed: setup, ok (no such task), 2 tests, the crash, the tests that never ran, 4 specs
    assert.equal(last, `${11 + 2 + 3900 + 2 + 4} passed, ${1 + 1 + 2 + 1 + 1 + 4} failed`);
    assert.ok(!success);
    assert.match(text, /> broken/);
  },
);

Deno.test({ name: ".ci/run: stops a step at its limit", ignore: Deno.build.os === "windows" }, async () => {
  const hurried = script.replace(/^step report \d+/m, "step report 1");
  const { last, text } = await runWith({ ...good, report: "sleep 30 && echo" }, hurried);
  assert.match(text, /stopped at its limit of 1 s/);
  assert.equal(last, "3922 passed, 1 failed");
});
