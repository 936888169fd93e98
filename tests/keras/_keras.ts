import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { peerPython, setUpPeers } from "../../bench/peers/set_up.ts";

/**
 * Runs a script of tests/reference/models in a Python that has Keras: the one in `UNROLL_KERAS_PYTHON`, otherwise the benchmark's, which is
 * installed on first use. Gives the last line that it prints, as JSON.
 */
export async function runInKeras<T>(script: string, args: string[]): Promise<T> {
  const named = Deno.env.get("UNROLL_KERAS_PYTHON");
  if (!named) await setUpPeers(["keras"]);
  const path = fileURLToPath(new URL(`../reference/models/${script}`, import.meta.url));
  const command = new Deno.Command(named ?? peerPython(), {
    args: [path, ...args],
    env: { CUDA_VISIBLE_DEVICES: "-1" },
  });
  const { success, stdout, stderr } = await command.output(), text = new TextDecoder();
  assert.ok(success, text.decode(stderr));
  const lines = text.decode(stdout).trim().split("\n");
  return JSON.parse(lines.at(-1) || "null") as T;
}
