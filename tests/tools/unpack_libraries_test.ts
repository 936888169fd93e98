import assert from "node:assert/strict";
import { join } from "node:path";
import { projectAt } from "../../tools/setup/project.ts";
import { runCommand } from "../../tools/setup/run_command.ts";
import { exists } from "../../tools/setup/site_packages.ts";

const { python, root } = projectAt();
const script = join(root, "tools/setup/unpack_libraries.py");

/** A wheel of another Python that holds these files. */
async function wheelWith(files: string[]): Promise<string> {
  const folder = await Deno.makeTempDir();
  const program = `import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w") as wheel:
    for name in sys.argv[2:]: wheel.writestr(name, name)`;
  const wheel = join(folder, "tensorflow_cpu-2.21.0-cp313-cp313-manylinux_2_27_x86_64.whl");
  assert.equal((await runCommand(python, ["-c", program, wheel, ...files])).code, 0);
  return folder;
}

const libraries = ["tensorflow/libtensorflow_cc.so.2", "tensorflow/libtensorflow_framework.so.2"];

Deno.test("only the two libraries are unpacked, and the folder says from which wheel", async () => {
  const folder = await wheelWith([...libraries, "tensorflow/__init__.py", "tensorflow/python/a.so"]);
  const target = join(folder, "site", "tensorflow");
  const result = await runCommand(python, [script, folder, target, "tensorflow-cpu==2.21.0"]);
  assert.equal(result.code, 0, result.output);
  const names = [...Deno.readDirSync(target)].map(({ name }) => name).sort();
  assert.deepEqual(names, ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2", "wheel.txt"]);
  assert.equal(await Deno.readTextFile(join(target, "wheel.txt")), "tensorflow-cpu==2.21.0\n");
  await Deno.remove(folder, { recursive: true });
});

Deno.test("a wheel without the libraries leaves what was there", async () => {
  const folder = await wheelWith(["tensorflow/__init__.py"]);
  const target = join(folder, "site", "tensorflow");
  await Deno.mkdir(target, { recursive: true });
  await Deno.writeTextFile(join(target, "old"), "");
  const result = await runCommand(python, [script, folder, target, "tensorflow-cpu==2.21.0"]);
  assert.equal(result.code, 1);
  assert.match(result.output, /not the two libraries/);
  assert(await exists(join(target, "old")));
  await Deno.remove(folder, { recursive: true });
});
