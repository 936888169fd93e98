import assert from "node:assert/strict";
import { writeWhole } from "unroll/core/mod.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

Deno.test("a file is written whole, and a failed write leaves the one before it and nothing beside it", async () => {
  const folder = await Deno.makeTempDir(), path = `${folder}/file`;
  try {
    await writeWhole(path, [bytes("all "), bytes("of it")]);
    assert.equal(await Deno.readTextFile(path), "all of it");
    const fullDisk = async (unfinished: string): Promise<void> => {
      await Deno.writeTextFile(unfinished, "a part");
      throw new Error("No space left on device");
    };
    await assert.rejects(writeWhole(path, [bytes("more")], fullDisk), /No space left/);
    assert.equal(await Deno.readTextFile(path), "all of it");
    assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["file"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("several writers of one file at once: each succeeds, the file is one's whole", async () => {
  const folder = await Deno.makeTempDir(), path = `${folder}/file`;
  try {
    const texts = ["a", "b", "c", "d"].map((letter) => letter.repeat(100_000));
    await Promise.all(texts.map((text) => writeWhole(path, [bytes(text)])));
    assert.ok(texts.includes(await Deno.readTextFile(path)));
    assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), ["file"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
