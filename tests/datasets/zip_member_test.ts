import assert from "node:assert/strict";
import { join } from "node:path";
import { zipMember } from "../../lib/datasets/files/_zip_member.ts";
import { makeZip, type Member } from "./_make_zip.ts";
import { temporaryFolder } from "./_server.ts";

async function textOf(
  members: Readonly<Record<string, Member>>,
  change = (zip: Uint8Array) => zip,
): Promise<string> {
  using folder = temporaryFolder();
  const path = join(folder.path, "a.zip");
  await Deno.writeFile(path, change(makeZip(members)));
  return await new Response(await zipMember(path, "b.txt")).text();
}

const corrupt = (message: RegExp) => ({ name: "CorruptError", message });
const stored = (text: string): Member => ({ packed: new TextEncoder().encode(text), method: 0 });

Deno.test("zipMember: one of several, deflated or stored, longer than a piece", async () => {
  const long = Array.from({ length: 60_000 }, (_, i) => `${i} `).join("");
  assert.equal(await textOf({ "a.txt": "no", "b.txt": long, "c.txt": "no" }), long);
  assert.equal(await textOf({ "a.txt": "no", "b.txt": stored(long), "c.txt": "no" }), long);
  assert.equal(await textOf({ "b.txt": "short" }), "short");
});

Deno.test("zipMember: a comment behind the directory does not matter", async () => {
  const comment = (zip: Uint8Array) => Uint8Array.from([...zip.subarray(0, -2), 3, 0, 65, 66, 67]);
  assert.equal(await textOf({ "b.txt": "text" }, comment), "text");
});

Deno.test("zipMember: what it lacks, a method that it does not know", async () => {
  await assert.rejects(textOf({ "a.txt": "" }), corrupt(/it holds a.txt, not b.txt; remove it .*rm '/));
  await assert.rejects(
    textOf({ "b.txt": { packed: new Uint8Array(3), method: 12 } }),
    corrupt(/by method 12/),
  );
});

Deno.test("zipMember: a path that climbs out of its folder", async () => {
  for (const path of ["../b.txt", "a/../../b.txt", "/etc/b.txt", "C:\\b.txt"]) {
    await assert.rejects(textOf({ "b.txt": "", [path]: "" }), corrupt(/leads out of its folder/), path);
  }
});

Deno.test("zipMember: broken archives", async () => {
  const text = "word 0.1 0.2\n".repeat(500);
  await assert.rejects(textOf({ "b.txt": text }, (zip) => zip.subarray(0, -30)), corrupt(/it breaks off/));
  await assert.rejects(textOf({ "b.txt": text }, () => new Uint8Array(0)), corrupt(/it breaks off/));
  await assert.rejects(textOf({ "b.txt": text }, (zip) => zip.subarray(50)), corrupt(/outside of it/));
  const without = (place: number) => (zip: Uint8Array) =>
    zip.map((byte, i) => i === place ? byte ^ 255 : byte);
  await assert.rejects(textOf({ "b.txt": text }, without(0)), corrupt(/not where it should be/));
  const { length } = makeZip({ "b.txt": text });
  await assert.rejects(textOf({ "b.txt": text }, without(length - 22 - 51)), corrupt(/directory is damaged/));
  const letter = 30 + "b.txt".length + 1;
  await assert.rejects(textOf({ "b.txt": stored(text) }, without(letter)), corrupt(/its CRC-32 is another/));
  const packed = Uint8Array.from({ length: 40 }, () => 255);
  await assert.rejects(textOf({ "b.txt": { packed, method: 8 } }), corrupt(/b.txt in it is damaged/));
});
