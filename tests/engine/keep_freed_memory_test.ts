import assert from "node:assert/strict";
import { useEngine } from "unroll/engine/mod.ts";

await useEngine({ backend: "tensorflow" });

/** Pages that the system had to find for this process so far. */
async function pageFaults(): Promise<number> {
  const line = await Deno.readTextFile("/proc/self/stat");
  return Number(line.slice(line.lastIndexOf(")") + 2).split(" ")[7]);
}

Deno.test("typed arrays of megabytes reuse the memory of those before", async () => {
  const size = 2 ** 21, rounds = 100, pages = rounds * 4 * size / 4096;
  const before = await pageFaults();
  for (let round = 0; round < rounds; round++) new Float32Array(size).fill(round + 1);
  const faults = await pageFaults() - before;
  assert.ok(faults < pages / 3, `${faults} page faults for ${pages} pages`);
});
