import assert from "node:assert/strict";

Deno.test("Ctrl-C ends training with its history, not the process", async () => {
  const args = ["run", "-A", new URL("_interrupted.ts", import.meta.url).pathname];
  const child = new Deno.Command(Deno.execPath(), {
    args,
    env: { CPU: "1" },
    stdout: "piped",
    stderr: "null",
  }).spawn();
  let text = "", sent = false;
  for await (const chunk of child.stdout.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (text.includes("begin") && !sent) sent = Boolean(setTimeout(() => child.kill("SIGINT"), 300));
  }
  const { stopped, epochs } = JSON.parse(text.trim().split("\n").at(-1)!);
  assert.equal(stopped, "interrupted");
  assert.ok(epochs > 0);
  assert.equal((await child.status).code, 0);
});
