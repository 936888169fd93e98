import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { gunzipped } from "../../lib/datasets/files/_gunzipped.ts";
import { pieces } from "./_pieces.ts";

const text = Buffer.from(Array.from({ length: 20_000 }, (_, i) => `${i * i % 9973}`).join(" "));
const packed = gzipSync(text);

async function unpacked(bytes: Uint8Array): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(gunzipped(pieces(bytes), "x.gz")));
}

Deno.test("gunzipped: what was packed", async () => {
  assert.ok((await unpacked(packed)).equals(text));
});

Deno.test("gunzipped: a file that breaks off gives what it holds so far", async () => {
  const begun = await unpacked(packed.subarray(0, packed.length / 2));
  assert.ok(begun.length > text.length / 4 && begun.length < text.length);
  assert.ok(begun.equals(text.subarray(0, begun.length)));
});

Deno.test("gunzipped: damaged bytes are a CorruptError", async () => {
  const name = "CorruptError", message = /Cannot unpack x\.gz as gzip: /;
  const harmed = Buffer.from(packed);
  harmed.fill(0xaa, packed.length / 2, packed.length / 2 + 100);
  await assert.rejects(unpacked(harmed), { name, message });
  await assert.rejects(unpacked(new Uint8Array(3000)), { name, message });
  const wrongSum = Buffer.from(packed);
  wrongSum[packed.length - 6]! ^= 1;
  await assert.rejects(unpacked(wrongSum), { name, message: /incorrect data check/ });
});

Deno.test("gunzipped: the pieces end when it is left early", async () => {
  let ends = 0;
  for await (const _ of gunzipped(pieces(packed, 1000, () => ends++), "x.gz")) break;
  assert.equal(ends, 1);
});
