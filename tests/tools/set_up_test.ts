import assert from "node:assert/strict";
import { join } from "node:path";
import { MissingError } from "../../lib/core/mod.ts";
import { chooseVariant } from "../../tools/setup/install_tensorflow.ts";
import { projectAt } from "../../tools/setup/project.ts";
import { setUp } from "../../tools/setup/set_up.ts";
import { exists, removeHalfInstalled } from "../../tools/setup/site_packages.ts";
import { readStamp, writeStamp } from "../../tools/setup/stamp.ts";

const tools = join(import.meta.dirname!, "../../tools");

/** A checkout that has the frozen lists and nothing else. */
async function emptyProject() {
  const project = projectAt(await Deno.makeTempDir());
  await Deno.mkdir(join(project.root, "tools"));
  await Deno.writeTextFile(join(project.root, "deno.json"), '{ "imports": {} }');
  for (const file of ["requirements.txt", "requirements_tensorflow.txt", "requirements_gpu.txt"]) {
    await Deno.copyFile(join(tools, file), join(project.root, "tools", file));
  }
  return project;
}

Deno.test("setUp without Python fails in one sentence and leaves no stamp", async () => {
  const project = await emptyProject();
  await assert.rejects(setUp({ project, variant: "cpu", env: { PATH: "/nowhere" } }), (error: Error) => {
    assert(error instanceof MissingError);
    assert.match(error.message, /^Cannot set up as Python 3\.10 or newer is missing/);
    return true;
  });
  assert.equal(await readStamp(project), undefined);
  await Deno.remove(project.root, { recursive: true });
});

Deno.test("a second set-up finds everything and changes nothing", async () => {
  await setUp({ quiet: true });
  const changed = () => Deno.statSync(projectAt().venv).mtime;
  const before = [await readStamp(projectAt()), changed()];
  await setUp({ quiet: true });
  assert.deepEqual([await readStamp(projectAt()), changed()], before);
});

Deno.test("a stamp is read back, and a damaged one counts as none", async () => {
  const project = projectAt(await Deno.makeTempDir());
  await Deno.mkdir(project.venv);
  const stamp = { requirements: "0", variant: "cpu" as const, python: "3.12" };
  await writeStamp(project, stamp);
  assert.deepEqual(await readStamp(project), stamp);
  await Deno.writeTextFile(join(project.venv, "unroll.json"), '{ "requirem');
  assert.equal(await readStamp(project), undefined);
  await Deno.remove(project.root, { recursive: true });
});

Deno.test("removeHalfInstalled takes away records of packages that were never finished", async () => {
  const folder = await Deno.makeTempDir();
  const make = async (name: string, files: string[]): Promise<void> => {
    await Deno.mkdir(join(folder, name));
    for (const file of files) await Deno.writeTextFile(join(folder, name, file), "");
  };
  await make("whole-1.dist-info", ["METADATA", "INSTALLER", "RECORD"]);
  await make("half-1.dist-info", ["METADATA"]);
  await make("~tensorflow", ["x.so"]);
  await make("package", ["__init__.py"]);
  assert.equal(await removeHalfInstalled(folder), 2);
  assert(await exists(join(folder, "whole-1.dist-info")));
  assert(await exists(join(folder, "package")));
  assert.equal(await exists(join(folder, "half-1.dist-info")), false);
  assert.equal(await removeHalfInstalled(join(folder, "none")), 0);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("chooseVariant knows the systems that have a native TensorFlow", async () => {
  assert.equal(await chooseVariant("cpu", { os: "linux", arch: "x86_64" }), "cpu");
  assert.equal(await chooseVariant("gpu", { os: "linux", arch: "x86_64" }), "gpu");
  assert.equal(await chooseVariant(undefined, { os: "darwin", arch: "aarch64" }), "none");
  assert.equal(await chooseVariant("cpu", { os: "windows", arch: "x86_64" }), "none");
  await assert.rejects(chooseVariant("gpu", { os: "darwin", arch: "aarch64" }), MissingError);
});
