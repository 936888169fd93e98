import assert from "node:assert/strict";
import { join } from "node:path";
import { MissingError } from "../../lib/core/mod.ts";
import { download } from "../../lib/datasets/mod.ts";
import { serve, temporaryFolder } from "./_server.ts";
import { BODY, tinyFile } from "./_tiny_corpus.ts";

function filesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).filter((name) => !name.endsWith(".lock"))
    .sort();
}

Deno.test("download: writes the file, tells its progress, leaves nothing else", async () => {
  using folder = temporaryFolder();
  await using server = serve(BODY);
  const target = join(folder.path, "deep", "input.txt"), seen: number[] = [];
  await download(tinyFile(server.url), target, {
    onProgress: (received, total) => seen.push(received / total),
  });
  assert.deepEqual(Deno.readFileSync(target), BODY);
  assert.deepEqual(filesIn(join(folder.path, "deep")), ["input.txt"]);
  assert.equal(seen.at(-1), 1);
  assert.deepEqual(seen, seen.toSorted((a, b) => a - b));
});

Deno.test("download: one that broke off is continued from where it was", async () => {
  using folder = temporaryFolder();
  await using server = serve(BODY, { breakAfter: 5000 });
  const target = join(folder.path, "input.txt");
  await assert.rejects(download(tinyFile(server.url), target), {
    name: "MissingError",
    message: /the connection ended after 5000 of 21000 bytes; get it by hand: curl -fL/,
  });
  assert.deepEqual(filesIn(folder.path), ["input.txt.part"]);
  await download(tinyFile(server.url), target);
  assert.deepEqual(server.requests, [null, "bytes=5000-"]);
  assert.deepEqual(Deno.readFileSync(target), BODY);
  assert.deepEqual(filesIn(folder.path), ["input.txt"]);
});

Deno.test("download: a server without ranges begins again", async () => {
  using folder = temporaryFolder();
  await using server = serve(BODY, { breakAfter: 5000, ranges: false });
  const target = join(folder.path, "input.txt");
  await assert.rejects(download(tinyFile(server.url), target), MissingError);
  await download(tinyFile(server.url), target);
  assert.deepEqual(Deno.readFileSync(target), BODY);
});

Deno.test("download: a part of other bytes is thrown away and the file fetched whole", async () => {
  for (const part of [new Uint8Array(5000), new Uint8Array(BODY.length), new Uint8Array(BODY.length + 1)]) {
    using folder = temporaryFolder();
    await using server = serve(BODY);
    const target = join(folder.path, "input.txt");
    Deno.writeFileSync(`${target}.part`, part);
    await download(tinyFile(server.url), target);
    assert.deepEqual(Deno.readFileSync(target), BODY);
  }
});

Deno.test("download: a part longer than the server's file is fetched anew", async () => {
  using folder = temporaryFolder();
  await using server = serve(BODY.slice(0, 3000));
  Deno.writeFileSync(join(folder.path, "input.txt.part"), BODY.subarray(0, 5000));
  const failing = download(tinyFile(server.url), join(folder.path, "input.txt"));
  await assert.rejects(failing, { name: "MissingError", message: /ended after 3000 of 21000 bytes/ });
  assert.deepEqual(server.requests, ["bytes=5000-", null]);
});

Deno.test("download: a part that lacks only its name is not fetched again", async () => {
  using folder = temporaryFolder();
  await using server = serve(BODY);
  const target = join(folder.path, "input.txt");
  Deno.writeFileSync(`${target}.part`, BODY);
  await download(tinyFile(server.url), target);
  assert.deepEqual(server.requests, []);
  assert.deepEqual(filesIn(folder.path), ["input.txt"]);
});

Deno.test("download: another checksum is a CorruptError and leaves nothing", async () => {
  using folder = temporaryFolder();
  const other = BODY.slice();
  other[7]! ^= 1;
  await using server = serve(other);
  await assert.rejects(download(tinyFile(server.url), join(folder.path, "input.txt")), {
    name: "CorruptError",
    message: /Cannot use http.* as input.txt of 21000 bytes, sha256 .* arrived; try again: curl/,
  });
  assert.deepEqual(filesIn(folder.path), []);
});

Deno.test("download: more bytes than there should be are not stored without end", async () => {
  using folder = temporaryFolder();
  await using server = serve(new Uint8Array(BODY.length + 100_000));
  const failing = download(tinyFile(server.url), join(folder.path, "input.txt"));
  await assert.rejects(failing, { name: "MissingError", message: /more than the expected 21000 bytes/ });
});

Deno.test("download: a server's refusal, a dead port and silence are named", async () => {
  using folder = temporaryFolder();
  const target = join(folder.path, "input.txt");
  await using refusing = serve(BODY, { status: 404 });
  await assert.rejects(download(tinyFile(refusing.url), target), {
    name: "MissingError",
    message: /answered 404/,
  });
  await using silent = serve(BODY, { silent: true });
  const waiting = download(tinyFile(silent.url), target, { patience: 0.1 });
  await assert.rejects(waiting, { name: "MissingError", message: /no byte arrived for 0.1 s/ });
  const nobody = Deno.listen({ port: 0, hostname: "127.0.0.1" }), { port } = nobody.addr;
  nobody.close();
  const refused = download(tinyFile(`http://127.0.0.1:${port}/`), target);
  await assert.rejects(refused, { name: "MissingError", message: /refused/i });
  await assert.rejects(download(tinyFile(), target), {
    name: "MissingError",
    message: /no official address/,
  });
});

Deno.test("download: a signal ends it", async () => {
  using folder = temporaryFolder();
  await using silent = serve(BODY, { silent: true });
  const end = new AbortController();
  setTimeout(() => end.abort(), 50);
  const failing = download(tinyFile(silent.url), join(folder.path, "input.txt"), { signal: end.signal });
  await assert.rejects(failing, { name: "AbortError" });
});

Deno.test("download: a folder that can't be written is named", async () => {
  await using server = serve(BODY);
  const failing = download(tinyFile(server.url), "/proc/unroll/input.txt");
  await assert.rejects(failing, { name: "MissingError", message: /Cannot download http.*; get it by hand/ });
});

Deno.test({
  name: "download: a full disk is named and leaves no file of that name",
  ignore: !canWriteFull(),
  fn: async () => {
    using folder = temporaryFolder();
    await using server = serve(BODY);
    const target = join(folder.path, "input.txt");
    Deno.symlinkSync("/dev/full", `${target}.part`);
    await assert.rejects(download(tinyFile(server.url), target), {
      name: "MissingError",
      message: /No space left/i,
    });
    assert.throws(() => Deno.statSync(target), Deno.errors.NotFound);
  },
});

function canWriteFull(): boolean {
  try {
    return Deno.statSync("/dev/full").isCharDevice ?? false;
  } catch {
    return false;
  }
}

Deno.test("download: two at once take turns and fetch it once", async () => {
  using folder = temporaryFolder();
  await using server = serve(BODY);
  const target = join(folder.path, "input.txt"), file = tinyFile(server.url);
  await Promise.all([download(file, target), download(file, target)]);
  assert.deepEqual(server.requests, [null]);
});

Deno.test("download: a file without a known checksum is whole when its size is right", async () => {
  using folder = temporaryFolder();
  await using server = serve(BODY);
  const target = join(folder.path, "input.txt");
  await download({ ...tinyFile(server.url), sha256: undefined }, target);
  assert.deepEqual(Deno.readFileSync(target), BODY);
});
