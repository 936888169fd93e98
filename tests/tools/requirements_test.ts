import assert from "node:assert/strict";
import { join } from "node:path";
import { requirementsHash } from "../../tools/setup/stamp.ts";

const folder = join(import.meta.dirname!, "../../tools");
const files = ["requirements.txt", "requirements_tensorflow.txt", "requirements_gpu.txt"];
const lines = async (file: string): Promise<string[]> =>
  (await Deno.readTextFile(join(folder, file))).split("\n").filter((line) => line && !line.startsWith("#"));

for (const file of files) {
  Deno.test(`${file} pins each version, once for each system`, async () => {
    const pins = await lines(file);
    assert(pins.length >= 3, `${file} names ${pins.length} packages`);
    for (const pin of pins) assert.match(pin, /^[a-z0-9-]+==[0-9][\w.]*( ; .+)?$/);
    assert.equal(new Set(pins).size, pins.length);
  });
}

Deno.test("the frozen list holds what was asked for", async () => {
  const frozen = await lines("requirements.txt");
  for (const asked of await lines("requirements.in")) {
    assert(frozen.includes(asked), `${asked} is not frozen`);
  }
  assert.equal(frozen.some((line) => /^(ipykernel|ipython|numpy)==/.test(line)), false);
});

Deno.test("the hash changes with a version, not with comments or order", async () => {
  const copy = await Deno.makeTempDir();
  for (const file of files) await Deno.copyFile(join(folder, file), join(copy, file));
  const before = await requirementsHash(copy);
  const text = await Deno.readTextFile(join(copy, files[0]!));
  await Deno.writeTextFile(
    join(copy, files[0]!),
    "# another comment\n" + text.split("\n").reverse().join("\n"),
  );
  assert.equal(await requirementsHash(copy), before);
  await Deno.writeTextFile(join(copy, files[0]!), text.replace("nbclient==0.11.0", "nbclient==0.11.1"));
  assert.notEqual(await requirementsHash(copy), before);
  await Deno.remove(copy, { recursive: true });
});
