import assert from "node:assert/strict";
import { join } from "node:path";
import { kernelspec, writeKernelspec, writeUserKernelspec } from "../../tools/setup/kernelspec.ts";
import { projectAt } from "../../tools/setup/project.ts";

Deno.test("the kernelspec starts the Deno that set up, with room for native code", () => {
  const { argv, env, language } = kernelspec("Deno");
  assert.deepEqual(argv, [Deno.execPath(), "jupyter", "--kernel", "--conn", "{connection_file}"]);
  assert.equal(language, "typescript");
  assert.equal(env.RUST_MIN_STACK, "16777216");
  assert.equal(env.DENO_V8_FLAGS, "--max-old-space-size=8192");
  assert.equal(env.NO_COLOR, "1");
});

Deno.test("writeKernelspec mends a kernelspec whose Deno has moved, and leaves a good one alone", async () => {
  const project = projectAt(await Deno.makeTempDir());
  const file = join(await writeKernelspec(project), "kernel.json");
  const good = await Deno.readTextFile(file);
  assert.equal(file, join(project.venv, "share", "jupyter", "kernels", "deno", "kernel.json"));
  await Deno.writeTextFile(file, good.replace(JSON.stringify(Deno.execPath()), '"/moved/deno"'));
  await writeKernelspec(project);
  assert.equal(await Deno.readTextFile(file), good);
  const { mtime } = await Deno.stat(file);
  await writeKernelspec(project);
  assert.deepEqual((await Deno.stat(file)).mtime, mtime);
  await Deno.remove(project.root, { recursive: true });
});

Deno.test("writeUserKernelspec registers under a name of its own where the user's Jupyter looks", async () => {
  const home = await Deno.makeTempDir();
  const folder = await writeUserKernelspec({ HOME: home, USERPROFILE: home });
  assert(folder.startsWith(home) && folder.endsWith(join("kernels", "unroll")), folder);
  assert.equal(
    JSON.parse(await Deno.readTextFile(join(folder, "kernel.json"))).display_name,
    "Deno (Unroll)",
  );
  const chosen = await writeUserKernelspec({ HOME: home, JUPYTER_DATA_DIR: join(home, "data") });
  assert.equal(chosen, join(home, "data", "kernels", "unroll"));
  await Deno.remove(home, { recursive: true });
});
