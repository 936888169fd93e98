import assert from "node:assert/strict";

const mod = new URL("../../lib/notebook/mod.ts", import.meta.url).href;

async function run(
  code: string,
  flags: string[] = [],
): Promise<{ out: string; errors: string; code: number }> {
  const file = Deno.makeTempFileSync({ suffix: ".ts" });
  Deno.writeTextFileSync(file, code);
  const { stdout, stderr, code: exit } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", "--no-config", ...flags, file],
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  Deno.removeSync(file);
  return { out: new TextDecoder().decode(stdout), errors: new TextDecoder().decode(stderr), code: exit };
}

Deno.test("notebook: a plain script without any permission imports it, shows and stops nothing", async () => {
  const { out, errors, code } = await run(`
    import { parameters, progressCard, say, show, stopRequested } from "${mod}";
    const { log } = console, { broadcastResult } = Deno[Deno.internal].jupyter ?? {};
    say\`Epochs: \${parameters({ epochs: { quick: 1, full: 2 } }).epochs}\`;
    show([{ a: 1 }]);
    const card = progressCard(), run = { epochs: 1, batchesPerEpoch: 1, stop() {} };
    card.onTrainBegin(run); card.onEpochBegin(0, run);
    await card.onBatchEnd(0, { loss: 1 }, run); await card.onEpochEnd(0, { loss: 1 }, run);
    card.onTrainEnd({ epoch: [0], stopped: null }, run);
    console.log(stopRequested(), console.log === log, Object.hasOwn(Error, Symbol.hasInstance));
  `);
  assert.equal(code, 0, errors);
  assert.match(out, /^Epochs: 1\na\n-\n1\n.*Finished 1 epoch.*\nfalse true false\n$/s);
});

Deno.test("notebook: importing it is quick and loads no npm package", async () => {
  const { out, errors, code } = await run(`
    const start = performance.now();
    await import("${mod}");
    console.log(performance.now() - start);
  `);
  assert.equal(code, 0, errors);
  assert.ok(Number(out) < 1000, `${out} ms`);
  const info = await new Deno.Command(Deno.execPath(), { args: ["info", "--json", "--no-config", mod] })
    .output();
  const { modules } = JSON.parse(new TextDecoder().decode(info.stdout)) as {
    modules: { specifier: string }[];
  };
  assert.ok(modules.length > 10);
  const rooms = modules.map(({ specifier }) => /\/lib\/(\w+)\//.exec(specifier)?.[1]);
  assert.deepEqual([...new Set(rooms)].sort(), ["core", "notebook", "plots"]);
});
