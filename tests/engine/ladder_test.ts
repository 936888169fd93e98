import assert from "node:assert/strict";
import { runScript } from "./_run_script.ts";

const use = (options: string): string => `
  import { useEngine } from "unroll/engine/mod.ts";
  const { tf, engine } = await useEngine(${options});
  const product = tf.matMul(tf.tensor2d([[1, 2]]), tf.tensor2d([[3], [4]]));
  console.log(JSON.stringify({ ...engine, current: tf.getBackend(), product: [...await product.data()] }));
`;

/** Uses a backend in a process of its own and gives what it said. */
async function reach(options: string, permissions?: string[], env?: Record<string, string>) {
  const { output, errors } = await runScript(use(options), { permissions, env });
  const line = output.split("\n").find((line) => line.startsWith("{"));
  assert.ok(line, errors);
  return JSON.parse(line);
}

for (const backend of ["tensorflow", "wasm", "cpu"]) {
  Deno.test(`${backend} is reached by name and computes`, async () => {
    const engine = await reach(JSON.stringify({ backend }));
    assert.equal(engine.backend, backend);
    assert.equal(engine.current, backend);
    assert.deepEqual(engine.product, [11]);
    assert.ok(engine.device.length > 0 && engine.version.length > 0);
  });
}

Deno.test("the best rung is TensorFlow, and the note says so", async () => {
  const engine = await reach("");
  assert.equal(engine.backend, "tensorflow");
  assert.equal(engine.notes.length, 1);
  assert.match(engine.notes[0], /^tensorflow: chosen/);
});

Deno.test("without FFI the ladder goes on, and says why", async () => {
  const engine = await reach("", ["--allow-read", "--allow-env", "--allow-sys"]);
  assert.notEqual(engine.backend, "tensorflow");
  assert.match(engine.notes[0], /^tensorflow: not used, .*--allow-ffi/);
  assert.deepEqual(engine.product, [11]);
});

Deno.test("webgpu is reached on an adapter, or refused in a sentence", async () => {
  const { success, output, errors } = await runScript(use('{ backend: "webgpu" }'), {
    permissions: ["-A", "--unstable-webgpu"],
  });
  if (success) assert.match(output, /"backend":"webgpu".*"product":\[11\]/);
  else assert.match(errors, /MissingError: Cannot use WebGPU: there is no adapter/);
});

Deno.test("webgpu without its flag says which flag", async () => {
  const { success, errors } = await runScript(use('{ backend: "webgpu" }'));
  if (!success) assert.match(errors, /MissingError: Cannot use WebGPU: .*(--unstable-webgpu|no adapter)/);
});

Deno.test("threads are set, and wrong options refused", async () => {
  assert.equal((await reach("{ threads: 1 }")).threads, 1);
  const wrong = await runScript(use("{ threads: 0 }"));
  assert.match(wrong.errors, /RangeError: Cannot set threads as a whole number above zero: 0/);
  const unknown = await runScript(use('{ backend: "cuda" as never }'));
  assert.match(
    unknown.errors,
    /RangeError: Cannot use cuda as a backend: there are tensorflow, webgpu, wasm, cpu/,
  );
});

Deno.test("the native library can't be set up twice in one process", async () => {
  const twice = await runScript(`
    import { useEngine } from "unroll/engine/mod.ts";
    await useEngine({ threads: 1 });
    await useEngine({ threads: 1 });
    await useEngine();
    await useEngine({ threads: 2 });
  `);
  assert.match(twice.errors, /RangeError: Cannot open TensorFlow with other options/);
});
