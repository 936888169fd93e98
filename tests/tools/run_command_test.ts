import assert from "node:assert/strict";
import { runCommand } from "../../tools/setup/run_command.ts";

const deno = Deno.execPath();

Deno.test("runCommand gathers both outputs by lines and the status", async () => {
  const lines: string[] = [];
  const code = "console.log('a\\nb'); console.error('c'); Deno.exit(3)";
  const result = await runCommand(deno, ["eval", code], { onLine: (line) => lines.push(line) });
  assert.equal(result.code, 3);
  assert.deepEqual(lines.toSorted(), ["a", "b", "c"]);
});

Deno.test("runCommand gives status 127 for a program that is not there", async () => {
  assert.equal((await runCommand("/nowhere/program", [])).code, 127);
});

Deno.test(
  { name: "Ctrl-C ends the program that runs, and says so", ignore: Deno.build.os === "windows" },
  async () => {
    const module = new URL("../../tools/setup/run_command.ts", import.meta.url).href;
    const code = `
    import { Interrupted, runCommand } from "${module}";
    try { await runCommand("sh", ["-c", "echo $$; sleep 60"], { onLine: console.log }); }
    catch (error) { console.log(error instanceof Interrupted); }`;
    const child = new Deno.Command(deno, { args: ["eval", code], stdout: "piped" }).spawn();
    const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
    const pid = Number((await reader.read()).value);
    child.kill("SIGINT");
    assert.equal((await reader.read()).value?.trim(), "true");
    await reader.cancel();
    await child.status;
    assert.throws(() => Deno.kill(pid, "SIGCONT"), "the program is still there");
  },
);
