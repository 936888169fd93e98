import assert from "node:assert/strict";
import { join } from "node:path";
import {
  type DownloadProgress,
  fleurs,
  type FleursOptions,
  type SpeechDataset,
  type Split,
} from "../../lib/datasets/mod.ts";
import { fleursFiles, madeSplit } from "./_fleurs.ts";
import { type Hub, hub } from "./_hub.ts";
import { temporaryFolder } from "./_server.ts";

const FEW = { train: 3, validation: 2, test: 2 },
  ALL = { train: Infinity, validation: Infinity, test: Infinity };
const ARCHIVE = "data/es_419/audio/train.tar.gz";

/** Spanish, from a server or from what earlier calls left. */
function spanish(server: Pick<Hub, "address">, folder: string, options: FleursOptions = {}) {
  return fleurs({
    languages: ["es"],
    recordingsPerLanguage: FEW,
    cache: join(folder, "cache"),
    mirrors: [],
    sources: ["cache", "mirror", "download"],
    address: server.address,
    ...options,
  });
}

async function ids(corpus: SpeechDataset, split: Split): Promise<string[]> {
  return await Array.fromAsync(corpus.recordings(split), ({ id }) => id);
}

function names(split: "train" | "dev" | "test", count?: number): string[] {
  return madeSplit(split, 0).slice(0, count).map(({ file }) => file.slice(0, -4));
}

Deno.test("fleurs: from its address the tables and the archives' beginnings, then from the cache", async () => {
  using folder = temporaryFolder();
  const files = fleursFiles(), progress: DownloadProgress[] = [];
  await using server = hub(files);
  const corpus = await spanish(server, folder.path, { onProgress: (one) => progress.push(one) });
  assert.equal(corpus.source, "download");
  assert.match(
    corpus.sourceNote,
    /^FLEURS, downloaded from http.*, its archives' beginnings, as they arrived, c/,
  );
  assert.deepEqual(await ids(corpus, "train"), names("train", 3));
  assert.deepEqual(await ids(corpus, "test"), names("test", 2));
  const last = progress.findLast(({ path }) => path === ARCHIVE)!;
  assert.equal(last.total, files[ARCHIVE]!.length);
  assert.ok(last.received < last.total * 0.7, `${last.received} of ${last.total}`);
  server.requests.length = 0;
  const again = await spanish(server, folder.path);
  assert.deepEqual([again.source, server.requests], ["cache", []]);
  assert.match(again.sourceNote, /its archives' beginnings, as they arrived, checksums verified\.$/);
  assert.deepEqual(await ids(again, "train"), names("train", 3));
  assert.equal(corpus.skipped.size + again.skipped.size, 0);
});

Deno.test("fleurs: who wants more goes on where the last call ended, and all of it is compared", async () => {
  using folder = temporaryFolder();
  await using server = hub(fleursFiles());
  await spanish(server, folder.path);
  const size = (await Deno.stat(join(folder.path, "cache", "fleurs", `${ARCHIVE}.part`))).size;
  server.requests.length = 0;
  const corpus = await spanish(server, folder.path, { recordingsPerLanguage: ALL });
  assert.ok(server.requests.includes(`GET ${ARCHIVE} bytes=${size}-`), server.requests.join("\n"));
  assert.ok(!server.requests.some((request) => request.endsWith(".tsv")), "tables are not fetched again");
  assert.match(corpus.sourceNote, /downloaded from .*, checksums verified\.$/);
  assert.deepEqual(await ids(corpus, "train"), names("train"));
  assert.equal((await spanish(server, folder.path, { recordingsPerLanguage: ALL })).source, "cache");
  assert.equal((await spanish(server, folder.path, { languages: ["es", "fr"] })).source, "download");
});

Deno.test("fleurs: a download that breaks off says how to go on, and goes on", async () => {
  using folder = temporaryFolder();
  await using server = hub(fleursFiles());
  server.behaviour.breakAfter = 5000;
  await assert.rejects(spanish(server, folder.path), {
    name: "MissingError",
    message:
      /Cannot download .*train\.tar\.gz: the connection ended after 5000 of \d+ bytes; get it by hand: hf download google\/fleurs --repo-type dataset --include 'data\/es_419\/\*' --local/,
  });
  server.behaviour.breakAfter = undefined;
  assert.deepEqual(await ids(await spanish(server, folder.path), "train"), names("train", 3));
  assert.ok(server.requests.includes(`GET ${ARCHIVE} bytes=5000-`), server.requests.join("\n"));
});

Deno.test("fleurs: a beginning in the cache that was harmed is a CorruptError", async () => {
  using folder = temporaryFolder();
  await using server = hub(fleursFiles());
  await spanish(server, folder.path);
  const part = join(folder.path, "cache", "fleurs", `${ARCHIVE}.part`), bytes = await Deno.readFile(part);
  bytes[2000]! ^= 1;
  await Deno.writeFile(part, bytes);
  await assert.rejects(spanish(server, folder.path), {
    name: "CorruptError",
    message: /train\.tar\.gz\.part as of checksum .*; remove it and run again: rm '/,
  });
});

Deno.test("fleurs: a whole file of another checksum than the published one is a CorruptError", async () => {
  using folder = temporaryFolder();
  await using server = hub(fleursFiles());
  server.behaviour.etag = "0".repeat(40);
  await assert.rejects(spanish(server, folder.path), {
    name: "CorruptError",
    message: /train\.tsv as of checksum 0{40}: sha256 .* arrived/,
  });
});

Deno.test("fleurs: nobody answers: a MissingError after the patience that was asked for; or what the signal says", async () => {
  using folder = temporaryFolder();
  await using server = hub({});
  const failing = spanish(server, folder.path);
  await assert.rejects(failing, {
    name: "MissingError",
    message: /Cannot load FLEURS as cache .*Cannot download .*train\.tsv: the server answered 404/,
  });
  server.behaviour.silent = true;
  await assert.rejects(spanish(server, folder.path, { patience: 0.1 }), /no byte arrived for 0\.1 s/);
  const signal = AbortSignal.abort(new Error("enough"));
  await assert.rejects(spanish(server, folder.path, { signal }), /enough/);
  await assert.rejects(spanish(server, folder.path, { sources: ["cache", "mirror"] }), {
    name: "MissingError",
    message: /lacks 3 recordings of data\/es_419\/audio\/train\.tar\.gz; UNROLL_DATA names no mirror/,
  });
});

Deno.test("fleurs: where it is nowhere a stand-in is spoken, labelled, in the languages asked for", async () => {
  using folder = temporaryFolder();
  await using server = hub({});
  const corpus = await spanish(server, folder.path, {
    languages: ["ja", "en"],
    sources: ["cache", "mirror", "download", "stand-in"],
    standIn: { minutes: 0.1 },
  });
  assert.equal(corpus.source, "stand-in");
  assert.match(corpus.title, /^stand-in for FLEURS/);
  assert.match(
    corpus.sourceNote,
    /^A stand-in .* FLEURS itself: the cache .* lacks .*the server answered 404/,
  );
  assert.deepEqual(corpus.languages, ["ja", "en"]);
  const train = await Array.fromAsync(corpus.recordings("train"));
  assert.ok(train.length > 0 && train.every(({ language }) => language === "ja" || language === "en"));
});

Deno.test("fleurs: two at once take turns and fetch each file once", async () => {
  using folder = temporaryFolder();
  await using server = hub(fleursFiles());
  const options = { recordingsPerLanguage: ALL };
  await Promise.all([spanish(server, folder.path, options), spanish(server, folder.path, options)]);
  const fetched = server.requests.filter((request) => request.startsWith("GET")).toSorted();
  assert.deepEqual(fetched, [...new Set(fetched)]);
  assert.equal(fetched.length, 6);
});
