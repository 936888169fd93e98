import assert from "node:assert/strict";
import { runScript } from "./_run_script.ts";

/** A process of its own: what was freed is kept by the thread that took it, and other tests leave holes in that. */
const script = `
  import { useEngine } from "unroll/engine/mod.ts";
  await useEngine({ backend: "tensorflow" });
  const { symbols: { malloc, memset, free } } = Deno.dlopen("libc.so.6", {
    malloc: { parameters: ["usize"], result: "pointer" },
    memset: { parameters: ["pointer", "i32", "usize"], result: "pointer" },
    free: { parameters: ["pointer"], result: "void" },
  });
  /** Pages that the system had to find for this process so far. */
  const pageFaults = () => {
    const line = Deno.readTextFileSync("/proc/self/stat");
    return Number(line.slice(line.lastIndexOf(")") + 2).split(" ")[7]);
  };
  const size = 2n ** 23n, rounds = 20, blocks = 3, before = pageFaults();
  for (let round = 0; round < rounds; round++) {
    const held = Array.from({ length: blocks }, () => malloc(size));
    for (const memory of held) memset(memory, round, size);
    for (const memory of held) free(memory);
  }
  console.log(JSON.stringify({ faults: pageFaults() - before, pages: rounds * blocks * Number(size) / 4096 }));`;

Deno.test("memory of megabytes that was freed is there for those who ask next", async () => {
  const { output, errors } = await runScript(script);
  const last = output.trim().split("\n").at(-1)!;
  assert.match(last, /^\{/, errors);
  const { faults, pages } = JSON.parse(last);
  assert.ok(faults < pages / 3, `${faults} page faults for ${pages} pages`);
});
