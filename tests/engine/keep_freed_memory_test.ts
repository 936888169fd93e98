import assert from "node:assert/strict";
import { useEngine } from "unroll/engine/mod.ts";

await useEngine({ backend: "tensorflow" });

/** Pages that the system had to find for this process so far. */
async function pageFaults(): Promise<number> {
  const line = await Deno.readTextFile("/proc/self/stat");
  return Number(line.slice(line.lastIndexOf(")") + 2).split(" ")[7]);
}

Deno.test("memory of megabytes that was freed is there for those who ask next", async () => {
  const libc = Deno.dlopen("libc.so.6", {
    malloc: { parameters: ["usize"], result: "pointer" },
    memset: { parameters: ["pointer", "i32", "usize"], result: "pointer" },
    free: { parameters: ["pointer"], result: "void" },
  });
  const { malloc, memset, free } = libc.symbols;
  const size = 2n ** 23n, rounds = 20, blocks = 3, pages = rounds * blocks * Number(size) / 4096;
  const before = await pageFaults();
  for (let round = 0; round < rounds; round++) {
    const held = Array.from({ length: blocks }, () => malloc(size));
    for (const memory of held) memset(memory, round, size);
    for (const memory of held) free(memory);
  }
  const faults = await pageFaults() - before;
  libc.close();
  assert.ok(faults < pages / 3, `${faults} page faults for ${pages} pages`);
});
