import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { type Corpus, glove, type GloveOptions } from "../../lib/datasets/mod.ts";
import { embeddingMatrix } from "../../lib/text/mod.ts";
import { makeZip } from "./_make_zip.ts";
import { serve, temporaryFolder } from "./_server.ts";

const TEXT = "the 0.5 -1 2e-1\nking 1 0.2 0\nqueen 1 0.3 0\n";
const WINK = '{"size":2,"vectors":{"the":[0.5,-1,0.2,1.1,0],"fool":[1,2,3,3.7,1]},"unkVector":[0,0,0,0,-1]}';

function corpusOf(path: string, bytes: Uint8Array, url?: string): Corpus {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { ...facts(path), editions: [[{ path, bytes: bytes.length, sha256, url }]] };
}

function facts(path: string): Omit<Corpus, "editions"> {
  return { id: path.split(".")[0]!, title: "Small vectors", origin: "a test", licence: "none" };
}

function archive(text = TEXT): Uint8Array<ArrayBuffer> {
  return makeZip({
    "glove.6B.50d.txt": "the 1\n",
    "glove.6B.100d.txt": text,
    "glove.6B.200d.txt": "the 1 2\n",
  });
}

/** Loads from a cache that holds these bytes. */
async function load(file: string, bytes: Uint8Array, options: GloveOptions = {}) {
  using cache = temporaryFolder();
  const corpus = corpusOf(file, bytes);
  await Deno.mkdir(join(cache.path, corpus.id));
  await Deno.writeFile(join(cache.path, corpus.id, file), bytes);
  return await glove({ corpus, cache: cache.path, mirrors: [], sources: ["cache"], ...options });
}

Deno.test("glove: the vectors of 100 numbers out of the archive, or of the file by itself", async () => {
  for (
    const [file, bytes] of [["glove.zip", archive()], ["glove.txt", new TextEncoder().encode(TEXT)]] as const
  ) {
    const vectors = await load(file, bytes);
    assert.deepEqual(vectors.words, ["the", "king", "queen"]);
    assert.deepEqual(vectors.vectorOf("king"), Float32Array.of(1, 0.2, 0));
    assert.deepEqual([vectors.id, vectors.source, vectors.title], ["glove", "cache", "Small vectors"]);
    assert.match(vectors.sourceNote, /^Small vectors, from the cache/);
  }
});

Deno.test("glove: only the words asked for, only the first ones; into an embedding matrix", async () => {
  const wordIndex = new Map([["queen", 1], ["fool", 2]]);
  const vectors = await load("glove.zip", archive(), { only: wordIndex });
  assert.deepEqual(vectors.words, ["queen"]);
  assert.deepEqual(embeddingMatrix(vectors, wordIndex).coverage, 0.5);
  assert.deepEqual((await load("glove.zip", archive(), { limit: 1 })).words, ["the"]);
  await assert.rejects(load("glove.zip", archive(), { only: new Set(["fool"]) }), { name: "RangeError" });
});

Deno.test("glove: the archive is downloaded once", async () => {
  using cache = temporaryFolder();
  await using server = serve(archive());
  const options = { corpus: corpusOf("glove.zip", archive(), server.url), cache: cache.path, mirrors: [] };
  assert.deepEqual([(await glove(options)).source, (await glove(options)).source], ["download", "cache"]);
  assert.equal(server.requests.length, 1);
});

Deno.test("glove: vectors of mixed length, and a file that breaks off, are CorruptErrors", async () => {
  for (const text of [TEXT.replace("0.2 0\n", "0.2\n"), TEXT.slice(0, -4), TEXT.slice(0, -3) + "x\n"]) {
    const error = { name: "CorruptError", message: /glove.zip as vectors of 3 numbers: "(king|queen)" has/ };
    await assert.rejects(load("glove.zip", archive(text)), error, text);
  }
});

Deno.test("glove: a wrong checksum, a wrong archive, a path that climbs out", async () => {
  using cache = temporaryFolder();
  const corpus = corpusOf("glove.zip", archive());
  await Deno.mkdir(join(cache.path, "glove"));
  const bad = archive();
  bad[40]! ^= 1;
  await Deno.writeFile(join(cache.path, "glove", "glove.zip"), bad);
  const damaged = { name: "CorruptError", message: /glove.zip as sha256 .*remove it and run again: rm '/ };
  await assert.rejects(glove({ corpus, cache: cache.path, mirrors: [] }), damaged);
  await assert.rejects(load("glove.zip", makeZip({ "other.txt": "" })), {
    message: /it holds other.txt, not/,
  });
  await assert.rejects(load("glove.zip", makeZip({ "../../etc/glove.6B.100d.txt": TEXT })), {
    name: "CorruptError",
    message: /leads out of its folder/,
  });
  assert.deepEqual([...Deno.readDirSync(cache.path)].map(({ name }) => name), ["glove"]);
});

Deno.test("glove: the package's vectors take their place and say so", async () => {
  using cache = temporaryFolder();
  const bytes = new TextEncoder().encode(WINK);
  const substitute = corpusOf("wink.json", bytes), corpus: Corpus = { ...facts("glove.zip"), editions: [] };
  await Deno.mkdir(join(cache.path, "wink"));
  await Deno.writeFile(join(cache.path, "wink", "wink.json"), bytes);
  const vectors = await glove({
    corpus,
    substitute,
    cache: cache.path,
    mirrors: [],
    only: new Set(["fool"]),
  });
  assert.deepEqual([vectors.words, [...vectors.values]], [["fool"], [1, 2, 3]]);
  assert.deepEqual([vectors.id, vectors.source], ["wink", "stand-in"]);
  assert.match(vectors.title, /^stand-in for GloVe 6B/);
  assert.match(vectors.sourceNote, /^A substitute for GloVe 6B, a test. Small vectors, from the cache/);
});

Deno.test("glove: without either, vectors learnt from the reviews that there are, labelled", async () => {
  const vectors = await glove({ sources: ["stand-in"], only: new Set(["the", "xyz"]) });
  assert.deepEqual([vectors.id, vectors.source, vectors.dimensions], ["glove", "stand-in", 100]);
  assert.deepEqual(vectors.words, ["the"]);
  assert.match(
    vectors.title,
    /stand-in for GloVe 6B: learnt from 5000 texts of stand-in for IMDB film reviews/,
  );
  assert.match(vectors.sourceNote, /not GloVe 6B: .*learnt from these texts: A stand-in/);
  await assert.rejects(glove({ sources: ["stand-in"], limit: 0 }), {
    name: "RangeError",
    message: /the stand-in has none of them/,
  });
  await assert.rejects(glove({ sources: [] }), { name: "MissingError" });
});
