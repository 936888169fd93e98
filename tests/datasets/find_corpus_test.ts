import assert from "node:assert/strict";
import { join, relative } from "node:path";
import { type DatasetOptions, findCorpus } from "../../lib/datasets/mod.ts";
import { serve, temporaryFolder } from "./_server.ts";
import { BODY, tinyCorpus, tinyFile } from "./_tiny_corpus.ts";

const NOWHERE = "http://127.0.0.1:1/input.txt";

function put(folder: string, bytes: Uint8Array = BODY): string {
  Deno.mkdirSync(join(folder, "tiny"), { recursive: true });
  const path = join(folder, "tiny", "input.txt");
  Deno.writeFileSync(path, bytes);
  return path;
}

Deno.test("findCorpus: the cache comes before mirrors and the address", async () => {
  using cache = temporaryFolder();
  using mirror = temporaryFolder();
  const path = put(cache.path);
  put(mirror.path);
  const found = await findCorpus(tinyCorpus(NOWHERE), { cache: cache.path, mirrors: [mirror.path] });
  assert.deepEqual([found.source, found.files.get("input.txt")], ["cache", path]);
  assert.match(found.sourceNote, /^Tiny, from the cache/);
});

Deno.test("findCorpus: the first mirror that has it", async () => {
  using cache = temporaryFolder();
  using empty = temporaryFolder();
  using mirror = temporaryFolder();
  const path = put(mirror.path);
  const found = await findCorpus(tinyCorpus(), { cache: cache.path, mirrors: [empty.path, mirror.path] });
  assert.deepEqual([found.source, found.files.get("input.txt")], ["mirror", path]);
  assert.ok(found.sourceNote.includes(mirror.path));
});

Deno.test("findCorpus: a download becomes the cache", async () => {
  using cache = temporaryFolder();
  await using server = serve(BODY);
  const seen: unknown[] = [];
  const options: DatasetOptions = {
    cache: cache.path,
    mirrors: [],
    onProgress: (progress) => seen.push(progress),
  };
  const first = await findCorpus(tinyCorpus(server.url), options);
  assert.equal(first.source, "download");
  assert.ok(first.sourceNote.includes(server.url));
  assert.deepEqual(seen.at(-1), { id: "tiny", path: "input.txt", received: BODY.length, total: BODY.length });
  assert.equal((await findCorpus(tinyCorpus(server.url), options)).source, "cache");
  assert.equal(server.requests.length, 1);
});

Deno.test("findCorpus: nothing anywhere is a stand-in, and the note says why", async () => {
  using cache = temporaryFolder();
  const found = await findCorpus(tinyCorpus(NOWHERE), { cache: cache.path, mirrors: [`${cache.path}/no`] });
  assert.equal(found.source, "stand-in");
  assert.equal(found.files.size, 0);
  assert.match(found.sourceNote, /^A stand-in made by this project's own code, not Tiny: /);
  assert.match(
    found.sourceNote,
    /the cache .* does not hold it; the mirror .*\/no is no folder; Cannot download/,
  );
});

Deno.test("findCorpus: a cache that can't be written is a stand-in with the reason", async () => {
  await using server = serve(BODY);
  const found = await findCorpus(tinyCorpus(server.url), { cache: "/proc/unroll", mirrors: [] });
  assert.equal(found.source, "stand-in");
  assert.match(found.sourceNote, /Cannot download http/);
});

Deno.test("findCorpus: without a stand-in a wrong arrival is a CorruptError", async () => {
  using cache = temporaryFolder();
  await using server = serve(new Uint8Array(BODY.length));
  const corpus = tinyCorpus(server.url);
  const options: DatasetOptions = { cache: cache.path, mirrors: [], sources: ["download"] };
  await assert.rejects(findCorpus(corpus, options), { name: "CorruptError" });
  const found = await findCorpus(corpus, { ...options, sources: ["download", "stand-in"] });
  assert.match(found.sourceNote, /stand-in.*arrived/);
});

Deno.test("findCorpus: a damaged file in the cache or a mirror is a CorruptError that says what to do", async () => {
  const bad = BODY.slice();
  bad[0]! ^= 1;
  for (const bytes of [bad, BODY.subarray(1)]) {
    using cache = temporaryFolder();
    const path = put(cache.path, bytes);
    const message = new RegExp(`Cannot use ${path} as .*; remove it and run again: rm '${path}'`);
    await assert.rejects(findCorpus(tinyCorpus(), { cache: cache.path }), { name: "CorruptError", message });
    using mirror = temporaryFolder();
    put(mirror.path, bytes);
    await assert.rejects(findCorpus(tinyCorpus(), { cache: mirror.path + "/no", mirrors: [mirror.path] }), {
      name: "CorruptError",
    });
  }
});

Deno.test("findCorpus: a checksum is remembered until the file changes", async () => {
  using cache = temporaryFolder();
  const path = put(cache.path), options = { cache: cache.path, sources: ["cache"] as const };
  await findCorpus(tinyCorpus(), options);
  const time = Deno.statSync(path).mtime!;
  const stamps = [...Deno.readDirSync(join(cache.path, "tiny", ".verified"))];
  assert.equal(stamps.length, 1);
  const bad = BODY.slice();
  bad[0]! ^= 1;
  Deno.writeFileSync(path, bad);
  Deno.utimeSync(path, time, time); // same size, same time: the stamp is believed
  await findCorpus(tinyCorpus(), options);
  Deno.utimeSync(path, time, new Date(time.getTime() + 5000));
  await assert.rejects(findCorpus(tinyCorpus(), options), { name: "CorruptError" });
});

Deno.test("findCorpus: what isn't allowed isn't looked at, and what is missing says how to get it", async () => {
  using cache = temporaryFolder();
  put(cache.path);
  await assert.rejects(
    findCorpus(tinyCorpus(NOWHERE), { cache: cache.path, mirrors: [], sources: ["mirror"] }),
    {
      name: "MissingError",
      message:
        /Cannot load Tiny as mirror: UNROLL_DATA names no mirror; run: curl -fL --create-dirs -o '.*input.txt'/,
    },
  );
  await assert.rejects(findCorpus(tinyCorpus(), { cache: cache.path, mirrors: [], sources: ["download"] }), {
    name: "MissingError",
    message: /no official address; copy its files there: mkdir -p/,
  });
  await assert.rejects(findCorpus(tinyCorpus(), { sources: [] }), {
    name: "MissingError",
    message: /no source was allowed/,
  });
});

Deno.test("findCorpus: a second edition is found where the first is not whole", async () => {
  using cache = temporaryFolder();
  put(cache.path);
  const corpus = {
    ...tinyCorpus(),
    editions: [[{ ...tinyFile(), path: "whole.zip" }, tinyFile()], [tinyFile()]],
  };
  const found = await findCorpus(corpus, { cache: cache.path });
  assert.deepEqual([...found.files.keys()], ["input.txt"]);
});

Deno.test("findCorpus: a file without a known checksum is told by its size, and the note says so", async () => {
  using cache = temporaryFolder();
  put(cache.path);
  const corpus = { ...tinyCorpus(), editions: [[{ ...tinyFile(), sha256: undefined }]] };
  const options = { cache: cache.path, sources: ["cache"] as const };
  assert.match((await findCorpus(corpus, options)).sourceNote, /sizes verified/);
  corpus.editions[0]![0]!.bytes += 1;
  await assert.rejects(findCorpus(corpus, options), { name: "CorruptError", message: /as 21001 bytes/ });
});

Deno.test("findCorpus: where the first edition's address has nothing, the next one's is asked, and the note says so", async () => {
  using cache = temporaryFolder();
  await using gone = serve(BODY, { status: 404 });
  await using server = serve(BODY);
  const other = { ...tinyFile(gone.url), path: "other.txt" };
  const corpus = { ...tinyCorpus(), editions: [[other], [tinyFile(server.url)]] };
  const found = await findCorpus(corpus, { cache: cache.path, mirrors: [] });
  assert.deepEqual([found.source, ...found.files.keys()], ["download", "input.txt"]);
  assert.match(found.sourceNote, /verified\. Not the edition before it: Cannot download .*answered 404/);
});

Deno.test("findCorpus: paths from the root on, also of a relative cache or mirror", async () => {
  using folder = temporaryFolder();
  const path = put(folder.path), from = relative(Deno.cwd(), folder.path);
  for (const options of [{ cache: from }, { cache: join(folder.path, "empty"), mirrors: [from] }]) {
    const { files } = await findCorpus(tinyCorpus(), options);
    assert.equal(files.get("input.txt"), path);
  }
});
