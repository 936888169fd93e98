import { strict as assert } from "node:assert";
import { EngineError } from "../../lib/engine/mod.ts";
import { candidates } from "../../lib/engine/onednn/find_library.ts";
import { openOneDNN, whyNoOneDNN } from "../../lib/engine/onednn/open_library.ts";
import { check } from "../../lib/engine/onednn/status.ts";

const here = Deno.build.os === "linux" && Deno.build.arch === "x86_64";

function withPath<T>(path: string, act: () => T): T {
  const before = Deno.env.get("UNROLL_ONEDNN");
  Deno.env.set("UNROLL_ONEDNN", path);
  try {
    return act();
  } finally {
    before === undefined ? Deno.env.delete("UNROLL_ONEDNN") : Deno.env.set("UNROLL_ONEDNN", before);
  }
}

Deno.test({ name: "UNROLL_ONEDNN names a file or a folder and nothing else counts", ignore: !here }, () => {
  const folder = Deno.makeTempDirSync(), file = `${folder}/libdnnl.so.3`;
  try {
    assert.deepEqual(withPath(folder, candidates), []);
    Deno.writeTextFileSync(file, "");
    assert.deepEqual(withPath(folder, candidates), [file]);
    assert.deepEqual(withPath(file, candidates), [file]);
    assert.deepEqual(withPath(`${folder}/nothing`, candidates), []);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
});

Deno.test("the project's environment comes before the system", { ignore: !here }, () => {
  const found = candidates();
  assert.equal(found.at(-1), "libdnnl.so.3");
  assert.ok(found.slice(0, -1).every((path) => path.includes("/.venv/lib/")));
});

Deno.test("oneDNN opens once, or says in a line why not", () => {
  const library = openOneDNN();
  assert.equal(openOneDNN(), library);
  if (library) assert.match(library.version, /^3\.\d+\.\d+$/);
  else assert.match(whyNoOneDNN()!, /^[^\n]+$/);
});

Deno.test("without oneDNN the layers run portably and the reason ends with the command", async () => {
  const program = `
    import { recurrentPath, tf, useEngine, whyNoOneDNN } from "./lib/engine/mod.ts";
    import { lstm } from "./lib/layers/mod.ts";
    const { engine } = await useEngine();
    const y = lstm({ units: 3 }).apply(tf.ones([2, 5, 4]));
    console.log(JSON.stringify([engine.recurrent, recurrentPath(), whyNoOneDNN(), y.shape, engine.notes.at(-1), engine.device]));`;
  const folder = Deno.makeTempDirSync();
  Deno.writeTextFileSync(`${folder}/libdnnl.so.3`, "not a library");
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", program],
    cwd: new URL("../../", import.meta.url),
    env: { UNROLL_ONEDNN: folder },
  }).output();
  Deno.removeSync(folder, { recursive: true });
  const lines = new TextDecoder().decode(stdout).trim().split("\n");
  assert.ok(lines.at(-1)?.startsWith("["), new TextDecoder().decode(stderr));
  const [recurrent, path, reason, shape, note, device] = JSON.parse(lines.at(-1)!);
  assert.deepEqual([recurrent, path, shape], ["portable", "portable", [2, 3]]);
  if (!here) return;
  assert.match(reason, /libdnnl.*Run: deno task setup$/);
  if (device === "CPU") assert.equal(note, `onednn: not used, recurrent layers run portably: ${reason}`);
});

Deno.test("a status that is not success is an EngineError with its name", () => {
  check("dnnl_engine_create", 0);
  assert.throws(
    () => check("dnnl_primitive_create", 3),
    (error: Error) =>
      error instanceof EngineError && error.code === "UNIMPLEMENTED" &&
      error.op === "dnnl_primitive_create" &&
      /Cannot run dnnl_primitive_create as asked: oneDNN's status is 3/.test(error.message),
  );
});

Deno.test("without permission to read the environment the reason says so, and nothing is thrown", async () => {
  const program = `
    import { openOneDNN, whyNoOneDNN } from "./lib/engine/onednn/open_library.ts";
    console.log(JSON.stringify([openOneDNN() === undefined, whyNoOneDNN()]));`;
  const file = Deno.makeTempFileSync({ suffix: ".ts", dir: new URL("../../", import.meta.url).pathname });
  try {
    Deno.writeTextFileSync(file, program);
    const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "--no-prompt", "--allow-read", file],
      cwd: new URL("../../", import.meta.url),
    }).output();
    const text = new TextDecoder().decode(stdout).trim();
    assert.ok(text, new TextDecoder().decode(stderr));
    const [missing, reason] = JSON.parse(text);
    assert.equal(missing, true);
    if (here) assert.match(reason, /env/);
  } finally {
    Deno.removeSync(file);
  }
});
