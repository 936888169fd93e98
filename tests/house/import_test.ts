import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { withSample } from "./_sample.ts";

const house = fileURLToPath(new URL("../..", import.meta.url));
const imports = {
  "unroll": `${house}lib/mod.ts`,
  "unroll/": `${house}lib/`,
  "@tensorflow/tfjs": "npm:@tensorflow/tfjs@4.22.0",
};

/** Runs a program in an empty folder, with a configuration of its own or with the file named; gives what it printed. */
function runElsewhere(program: string, config: object | string): Promise<string> {
  const own = typeof config !== "string";
  const files = { "use.ts": program, ...(own ? { "deno.json": JSON.stringify(config) } : {}) };
  return withSample(files, async (root) => {
    const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--allow-all", ...(own ? ["--no-lock"] : ["--config", config]), "use.ts"],
      cwd: root,
      env: { NO_COLOR: "1" },
      stdin: "null",
    }).output();
    const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
    assert.ok(success, decode(stderr));
    return decode(stdout);
  });
}

const quickly = `
  const started = performance.now();
  const unroll = await import("unroll");
  const seconds = (performance.now() - started) / 1000;
  console.log(JSON.stringify({ names: Object.keys(unroll), seconds }));
`;

Deno.test("import: unroll loads quickly in an empty project and offers its public names", async () => {
  const { names, seconds } = JSON.parse(await runElsewhere(quickly, { imports }));
  for (
    const name of [
      "useEngine",
      "tf",
      "lstm",
      "gru",
      "simpleRNN",
      "bidirectional",
      "peepholeLSTM",
      "fit",
      "random",
    ]
  ) {
    assert.ok(names.includes(name), `unroll lacks ${name}; it has ${names.join(", ")}`);
  }
  assert.ok(seconds < 10, `importing took ${seconds} s`);
});

Deno.test("import: a module of one's own with the house's configuration predicts", async () => {
  const program = `
    import { lstm, useEngine } from "unroll";
    const { tf } = await useEngine();
    const model = tf.sequential();
    model.add(lstm({ units: 3, inputShape: [4, 2] }));
    console.log(JSON.stringify((model.predict(tf.ones([5, 4, 2])) as { shape: number[] }).shape));
  `;
  const printed = await runElsewhere(program, `${house}deno.json`);
  assert.deepEqual(JSON.parse(printed.trim().split("\n").at(-1)!), [5, 3]);
});
