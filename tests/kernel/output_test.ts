import assert from "node:assert/strict";
import { runCells, textOf } from "./_kernel.ts";

const setUp = `import { show } from "unroll/notebook/mod.ts";`;
const CELLS = 40;

/** What cell i has to show: its code, and the text that has to be there, no more and no less. */
interface Storm {
  code(i: number): string;
  text(i: number): string;
}

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

const storms: Record<string, Storm> = {
  "75 logs a cell": {
    code: (i) => `for (let j = 0; j < 75; j++) console.log("c${i} " + j);`,
    text: (i) => range(75).map((j) => `c${i} ${j}\n`).join(""),
  },
  "one log a cell": { code: (i) => `console.log("c${i}")`, text: (i) => `c${i}\n` },
  "logs with pauses, to both streams": {
    code: (i) =>
      `for (let j = 0; j < 60; j++) { (j % 20 === 0 ? console.error : console.log)("c${i} " + j); if (j % 7 === 0) await new Promise((r) => setTimeout(r, 1)); }`,
    text: (i) => range(60).map((j) => `c${i} ${j}\n`).join(""),
  },
  "30 displays among 30 logs, and a result": {
    code: (i) => `for (let j = 0; j < 30; j++) { console.log("c${i} " + j); show("d${i} " + j); } "r${i}"`,
    text: (i) => range(30).map((j) => `c${i} ${j}\nd${i} ${j}\n`).join("") + `"r${i}"\n`,
  },
  "20 displays by Deno itself, of 20 kB each": {
    code: (i) =>
      `for (let j = 0; j < 20; j++) await Deno.jupyter.display({ "text/plain": "d${i} " + j, "text/html": "x".repeat(20000) }, { raw: true }); undefined`,
    text: (i) => range(20).map((j) => `d${i} ${j}\n`).join(""),
  },
  "results alone, of up to 200 kB": {
    code: (i) =>
      `({ [Symbol.for("Jupyter.display")]: () => ({ "text/plain": "r${i}", "text/html": "x".repeat(${i} * 5000) }) })`,
    text: (i) => `r${i}\n`,
  },
  "logs, then an error": {
    code: (i) =>
      `for (let j = 0; j < 50; j++) console.log("c${i} " + j); show("d${i}"); throw new ${
        i % 2 ? "TypeError" : "Error"
      }("e${i}")`,
    text: (i) => range(50).map((j) => `c${i} ${j}\n`).join("") + `d${i}\ne${i}\n`,
  },
  "a log after a pause, then an error that is text": {
    code: (i) => `await new Promise((r) => setTimeout(r, 1)); console.log("c${i}"); throw "e${i}"`,
    text: (i) => `c${i}\ne${i}\n`,
  },
};

for (const [name, { code, text }] of Object.entries(storms)) {
  for (const patience of /displays among|an error$/.test(name) ? [0, 0.15] : [0]) {
    const reader = patience ? "an executor that listens on" : "nbclient as it is";
    Deno.test(`kernel output: ${name}: none lost, none misplaced, with ${reader}`, async () => {
      const { outputs, failure } = await runCells({ cells: [setUp, ...range(CELLS).map(code)], patience });
      assert.equal(failure, null);
      const wrong = range(CELLS).filter((i) => textOf(outputs[i + 1]!) !== text(i));
      assert.deepEqual(wrong.map((i) => [i, textOf(outputs[i + 1]!).slice(0, 200)]), []);
    });
  }
}

Deno.test("kernel output: console.table, group and colours come through the same way", async () => {
  const cells = [
    setUp,
    `console.group("g"); console.info("a"); console.groupEnd(); console.table([{ x: 1 }]); console.warn("w")`,
  ];
  const { outputs } = await runCells({ cells });
  const streams = outputs[1]!.map(({ name, text }) => [name, text]);
  assert.deepEqual(streams.map(([name]) => name), ["stdout", "stderr"]);
  assert.match(streams[0]![1]!, /^g\n {2,4}a\n.*│ +0 │ 1 │/s);
  assert.equal(streams[1]![1], "w\n");
});

Deno.test("kernel output: a second copy of the room changes nothing twice", async () => {
  const cells = [setUp, `await import("./lib/notebook/mod.ts?again"); console.log(1)`, `console.log(2)`];
  const { outputs } = await runCells({ cells });
  assert.deepEqual(outputs.map(textOf), ["", "1\n", "2\n"]);
});

Deno.test("kernel output: where Deno's internals are missing it says so and changes nothing", async () => {
  const hide = `const hidden = Deno[Deno.internal].jupyter.broadcastResult; const own = console.log; ` +
    `delete Deno[Deno.internal].jupyter.broadcastResult; ` +
    `try { await import("./lib/notebook/mod.ts"); } finally { Deno[Deno.internal].jupyter.broadcastResult = hidden; }`;
  const { outputs } = await runCells({ cells: [hide, "console.log === own"], patience: 0.15 });
  assert.match(
    textOf(outputs[0]!),
    /Output of cells may be incomplete or late: this Deno has no jupyter\.broadcastResult/,
  );
  assert.match(textOf(outputs[1]!), /true/);
});
