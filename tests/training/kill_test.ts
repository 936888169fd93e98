import assert from "node:assert/strict";
import { train } from "./_killed.ts";

Deno.test("training that was killed is resumed to the history of one that was not", async () => {
  const folder = await Deno.makeTempDir(), script = new URL("_killed.ts", import.meta.url).pathname;
  const args = ["run", "-A", script, folder];
  const child = new Deno.Command(Deno.execPath(), { args, stdout: "piped", stderr: "null" }).spawn();
  for await (const chunk of child.stdout.pipeThrough(new TextDecoderStream())) {
    if (chunk.includes("epoch 3")) child.kill("SIGKILL");
  }
  await child.status;
  const resumed = await train(8, folder), unbroken = await train(8);
  assert.deepEqual(resumed.metrics, unbroken.metrics);
  assert.deepEqual(resumed.epoch, unbroken.epoch);
});
