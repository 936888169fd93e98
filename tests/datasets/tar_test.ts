import assert from "node:assert/strict";
import { tarFiles } from "../../lib/datasets/files/_tar.ts";
import { makeTar } from "./_make_tar.ts";

function texts(archive: Uint8Array): [string, string][] {
  return Array.from(tarFiles(archive, "x.tar"), ({ path, bytes }) => [path, new TextDecoder().decode(bytes)]);
}

Deno.test("tarFiles: files of any length, long paths, no folders", () => {
  const long = `${"deep/".repeat(25)}${"n".repeat(60)}.txt`;
  const files = { "a.txt": "A", "empty.txt": "", "exact.txt": "x".repeat(512), [long]: "ñ".repeat(700) };
  assert.deepEqual(texts(makeTar({ "folder/": "", ...files })), Object.entries(files));
});

Deno.test("tarFiles: an archive that another program made", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${folder}/hola.txt`, "Hola");
    const made = await new Deno.Command("tar", { args: ["cf", "-", "-C", folder, "hola.txt"] }).output();
    assert.deepEqual(texts(made.stdout), [["hola.txt", "Hola"]]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("tarFiles: a path that climbs out of its folder is a CorruptError", () => {
  for (const path of ["../up.txt", "a/../../up.txt", "/etc/passwd", "..", "a\\..\\up.txt", "C:\\up.txt"]) {
    assert.throws(() => texts(makeTar({ [path]: "x" })), {
      name: "CorruptError",
      message: /leads out of its folder/,
    }, path);
  }
  assert.equal(texts(makeTar({ "a/..b/c..txt": "x" })).length, 1);
});

Deno.test("tarFiles: a broken archive is a CorruptError", () => {
  const archive = makeTar({ "a.txt": "A".repeat(2000) });
  for (const end of [0, 100, 512, 1024, 2560]) {
    assert.throws(
      () => texts(archive.slice(0, end)),
      { name: "CorruptError", message: /it breaks off/ },
      `${end}`,
    );
  }
  archive[3]! ^= 1;
  assert.throws(() => texts(archive), {
    name: "CorruptError",
    message: /entry at byte 0 has a wrong checksum/,
  });
});
