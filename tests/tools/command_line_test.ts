import assert from "node:assert/strict";
import { join } from "node:path";
import { projectAt } from "../../tools/setup/project.ts";
import { runCommand } from "../../tools/setup/run_command.ts";

const { root } = projectAt();

/** Runs one of the project's commands as a person would. */
async function command(file: string, ...args: string[]): Promise<{ code: number; output: string }> {
  return await runCommand(Deno.execPath(), ["run", "-A", "--quiet", join(root, "tools", file), ...args], {
    env: { NO_COLOR: "1" },
  });
}

Deno.test("a command that can't be read fails in one line, with status 2", async () => {
  assert.deepEqual(await command("setup.ts", "--gpu", "--cpu"), {
    code: 2,
    output: "Cannot set up as --gpu and --cpu at once: leave one out",
  });
  assert.deepEqual(await command("report.ts", "--profile", "fast"), {
    code: 2,
    output: "Cannot report as profile quick or full: fast",
  });
  const { code, output } = await command("report.ts", "--sett", "epochs=3");
  assert.equal(code, 2);
  assert.match(output, /^Unknown option '--sett'/);
});

Deno.test("a report of an unknown notebook fails in one line, with status 1", async () => {
  const { code, output } = await command("report.ts", "no_such_notebook");
  assert.equal(code, 1);
  assert.match(output, /^Cannot report as one of .*: no_such_notebook$/);
});

Deno.test("--help says how a command is used, and does nothing", async () => {
  for (const file of ["setup.ts", "report.ts"]) {
    const { code, output } = await command(file, "--help");
    assert.equal(code, 0);
    assert.match(output, /^deno task (setup|report)/);
  }
});
