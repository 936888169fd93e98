import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { join } from "node:path";
import { published } from "../../lib/datasets/files/_published.ts";
import { take } from "../../lib/datasets/files/_take.ts";
import { readTaken } from "../../lib/datasets/files/_taken.ts";
import { type Hub, hub, type HubBehaviour } from "./_hub.ts";
import { temporaryFolder } from "./_server.ts";

const BODY = Uint8Array.from({ length: 100_000 }, (_, i) => i * i % 251);

/** Takes bytes of `a.gz` until there are `enough`. */
async function taking(server: Hub, folder: string, enough = Infinity): Promise<Buffer> {
  const file = await published(`${server.address}/a.gz`, {}), got: Uint8Array[] = [];
  let count = 0;
  for await (const piece of take(file, join(folder, "deep", "a.gz"), {})) {
    got.push(piece.slice());
    count += piece.length;
    if (count >= enough) break;
  }
  return Buffer.concat(got);
}

function filesIn(folder: string): string[] {
  return [...Deno.readDirSync(join(folder, "deep"))].map(({ name }) => name).sort();
}

/** A server and a folder for the time of a test. */
async function withHub(
  work: (server: Hub, folder: string) => Promise<void>,
  behaviour: HubBehaviour = {},
): Promise<void> {
  using folder = temporaryFolder();
  await using server = hub({ "a.gz": BODY, "a.tsv": BODY.slice(0, 300) });
  Object.assign(server.behaviour, behaviour);
  await work(server, folder.path);
}

Deno.test("published: size and content tag, those of the store's file before it leads on", () =>
  withHub(async ({ address, requests }) => {
    const archive = await published(`${address}/a.gz`, {}), table = await published(`${address}/a.tsv`, {});
    assert.equal(archive.bytes, 100_000);
    assert.match(archive.etag, /^[0-9a-f]{64}$/);
    assert.equal(table.bytes, 300);
    assert.match(table.etag, /^[0-9a-f]{40}$/);
    assert.deepEqual(requests, ["HEAD a.gz", "HEAD a.tsv"]);
  }));

Deno.test("published: what nobody answers, or not with a size, is an Error", async () => {
  await withHub(async ({ address, behaviour }) => {
    await assert.rejects(published(`${address}/none`, {}), /the server answered 404/);
    behaviour.status = 204;
    await assert.rejects(published(`${address}/a.gz`, {}), /the server tells no size/);
  });
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    () => new Response(null, { status: 302, headers: { location: "/" } }),
  );
  await assert.rejects(published(`http://127.0.0.1:${server.addr.port}/`, {}), /leads on and on/);
  await server.shutdown();
});

Deno.test("take: the whole file, compared with what its publisher says", () =>
  withHub(async (server, folder) => {
    assert.ok((await taking(server, folder)).equals(BODY));
    assert.deepEqual(Deno.readFileSync(join(folder, "deep", "a.gz")), BODY);
    assert.deepEqual(filesIn(folder), ["a.gz", "a.gz.json"]);
  }));

Deno.test("take: a beginning is kept, and the rest asked for where it ends", () =>
  withHub(async (server, folder) => {
    const begun = await taking(server, folder, 30_000),
      record = await readTaken(join(folder, "deep/a.gz.part"));
    assert.ok(begun.length >= 30_000 && begun.length < 60_000);
    assert.deepEqual(filesIn(folder), ["a.gz.part", "a.gz.part.json"]);
    assert.equal(record?.taken, begun.length);
    server.requests.length = 0;
    assert.equal((await taking(server, folder, 20_000)).length, begun.length); // a piece from the disk
    assert.deepEqual(server.requests, ["HEAD a.gz"]);
    assert.ok((await taking(server, folder)).equals(BODY));
    assert.equal(server.requests.at(-1), `GET a.gz bytes=${begun.length}-`);
    assert.deepEqual(filesIn(folder), ["a.gz", "a.gz.json"]);
  }));

Deno.test("take: a server without ranges is read from the start again", () =>
  withHub(async (server, folder) => {
    await taking(server, folder, 30_000);
    assert.ok((await taking(server, folder)).equals(BODY));
  }, { ranges: false }));

Deno.test("take: a connection that ends keeps what arrived", () =>
  withHub(async (server, folder) => {
    await assert.rejects(taking(server, folder), /the connection ended after 40000 of 100000 bytes/);
    assert.equal((await readTaken(join(folder, "deep/a.gz.part")))?.taken, 40_000);
    server.behaviour.breakAfter = undefined;
    assert.ok((await taking(server, folder)).equals(BODY));
    assert.equal(server.requests.at(-1), "GET a.gz bytes=40000-");
  }, { breakAfter: 40_000 }));

Deno.test("take: a beginning of other content, or harmed, is thrown away; bytes beyond the record too", () =>
  withHub(async (server, folder) => {
    const part = join(folder, "deep", "a.gz.part");
    await taking(server, folder, 30_000);
    await Deno.writeFile(part, Uint8Array.of(1, 2, 3), { append: true });
    assert.ok((await taking(server, folder, 99_000)).equals(BODY.subarray(0, 102_400)));
    for (const harm of [[1], []]) {
      await Deno.remove(join(folder, "deep"), { recursive: true });
      await taking(server, folder, 30_000);
      const bytes = await Deno.readFile(part);
      for (const place of harm) bytes[place]! ^= 1;
      await Deno.writeFile(part, bytes);
      if (harm.length === 0) server.behaviour.etag = "another";
      server.requests.length = 0;
      assert.ok((await taking(server, folder)).equals(BODY));
      assert.deepEqual(server.requests, ["HEAD a.gz", "GET a.gz"]);
    }
  }));

Deno.test("take: a whole file that is not what its publisher says is a CorruptError and is not kept", () =>
  withHub(async (server, folder) => {
    const message = /Cannot use .*a\.gz as of checksum 0{64}: sha256 [0-9a-f]{64} arrived/;
    await assert.rejects(taking(server, folder), { name: "CorruptError", message });
    assert.deepEqual(filesIn(folder), []);
  }, { etag: "0".repeat(64) }));

Deno.test("take: more than was said is an Error", () =>
  withHub(async (server, folder) => {
    const file = { ...await published(`${server.address}/a.gz`, {}), bytes: 5000 };
    const all = Array.fromAsync(take(file, join(folder, "deep", "a.gz"), {}));
    await assert.rejects(all, /more than the expected 5000 bytes arrive/);
  }));
