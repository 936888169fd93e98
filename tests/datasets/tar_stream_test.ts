import assert from "node:assert/strict";
import { tarStream } from "../../lib/datasets/files/_tar_stream.ts";
import { makeTar } from "./_make_tar.ts";
import { pieces } from "./_pieces.ts";

async function texts(archive: Uint8Array, length?: number, partial?: boolean): Promise<[string, string][]> {
  const files = tarStream(pieces(archive, length), "x.tar", partial);
  return await Array.fromAsync(files, ({ path, bytes }) => [path, new TextDecoder().decode(bytes)]);
}

const long = `${"deep/".repeat(25)}${"n".repeat(60)}.txt`;
const files = { "a.txt": "A", "empty.txt": "", "exact.txt": "x".repeat(512), [long]: "ñ".repeat(700) };

Deno.test("tarStream: the same files however the bytes arrive", async () => {
  for (const length of [1, 511, 512, 1000, 100_000]) {
    assert.deepEqual(
      await texts(makeTar({ "folder/": "", ...files }), length),
      Object.entries(files),
      `${length}`,
    );
  }
});

Deno.test("tarStream: archives of other programs, with paths that need a header of their own", async () => {
  const folder = await Deno.makeTempDir(), name = `${"m".repeat(120)}é.txt`;
  try {
    await Deno.writeTextFile(`${folder}/${name}`, "Hola");
    await Deno.writeTextFile(`${folder}/z.txt`, "Z");
    for (const format of ["pax", "gnu"]) {
      const args = [`--format=${format}`, "-cf", "-", "-C", folder, name, "z.txt"];
      const made = await new Deno.Command("tar", { args }).output();
      assert.deepEqual(await texts(made.stdout), [[name, "Hola"], ["z.txt", "Z"]], format);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("tarStream: a path that climbs out is a CorruptError, also one in a header of its own", async () => {
  const refused = { name: "CorruptError", message: /x\.tar as a tar archive: \.\.\/up\.txt leads out/ };
  await assert.rejects(texts(makeTar({ "../up.txt": "x" })), refused);
  for (const path of ["a/../../up.txt", "/etc/passwd", "..", "a\\..\\up.txt", "C:\\up.txt"]) {
    await assert.rejects(
      texts(makeTar({ [path]: "x" })),
      { name: "CorruptError", message: /leads out/ },
      path,
    );
  }
  assert.equal((await texts(makeTar({ "a/..b/c..txt": "x" }))).length, 1);
  const record = "18 path=../up.txt\n", pax = makeTar({ pax: record, "in.txt": "x" });
  pax[156] = "x".charCodeAt(0);
  await assert.rejects(texts(resummed(pax)), refused);
});

Deno.test("tarStream: an archive that breaks off or is damaged is a CorruptError", async () => {
  const archive = makeTar({ "a.txt": "A".repeat(2000), "b.txt": "B" }), name = "CorruptError";
  for (const end of [0, 100, 512, 1024, 2560, 3100]) {
    await assert.rejects(texts(archive.slice(0, end)), { name, message: /it breaks off/ }, `${end}`);
  }
  assert.deepEqual(await texts(archive.slice(0, 3100), 700, true), [["a.txt", "A".repeat(2000)]]);
  const harmed = archive.slice();
  harmed[3]! ^= 1;
  await assert.rejects(texts(harmed), { name, message: /wrong checksum/ });
  const huge = archive.slice();
  huge.set(new TextEncoder().encode("77777777777"), 124);
  await assert.rejects(texts(resummed(huge)), { name, message: /has 8589934591 bytes, more than/ });
});

Deno.test("tarStream: reads to the pieces' end after the last file, and no further when it is left early", async () => {
  const archive = makeTar(files);
  let ends = 0, read = 0;
  const counted = async function* () {
    for await (const piece of pieces(archive, 100, () => ends++)) {
      read += piece.length;
      yield piece;
    }
  };
  for await (const _ of tarStream(counted(), "x.tar"));
  assert.deepEqual([ends, read], [1, archive.length]);
  read = 0;
  for await (const _ of tarStream(counted(), "x.tar")) break;
  assert.equal(ends, 2);
  assert.ok(read <= 1100, `${read}`);
});

/** The first header's sum made right again. */
function resummed(archive: Uint8Array): Uint8Array {
  const sum = archive.subarray(0, 512).reduce((all, byte, i) => all + (i >= 148 && i < 156 ? 32 : byte), 0);
  archive.set(new TextEncoder().encode(sum.toString(8).padStart(6, "0") + "\0 "), 148);
  return archive;
}
