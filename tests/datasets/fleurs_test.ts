import assert from "node:assert/strict";
import { fleurs, type FleursOptions, type Split } from "../../lib/datasets/mod.ts";
import { archive, fleursFiles, made, madeSplit, tsv } from "./_fleurs.ts";
import { ALL, all, mirrored, spanish } from "./_fleurs_mirror.ts";
import { temporaryFolder } from "./_server.ts";

Deno.test("fleurs: the recordings of every language, in order, with their sentences", async () => {
  using folder = temporaryFolder();
  const corpus = await mirrored(folder.path, fleursFiles());
  const train = await all(corpus, "train"), { samples, ...first } = train[0]!;
  assert.deepEqual(first, {
    id: "100000",
    language: "es",
    split: "train",
    sentence: "1000",
    text: 'Oración «1000» "1"',
    sampleRate: 16_000,
  });
  assert.equal(samples.length, 800);
  assert.deepEqual(
    train.map(({ language }) => language),
    ["es", "fr", "en", "ja"].flatMap((language) => new Array(12).fill(language)),
  );
  assert.equal((await all(corpus, "validation")).length, 24);
  assert.equal((await all(corpus, "test")).length, 24);
  const sentences = async (split: Split) =>
    new Set((await all(corpus, split)).map(({ sentence }) => sentence));
  const [a, b, c] = [await sentences("train"), await sentences("validation"), await sentences("test")];
  assert.deepEqual([a, b, c].map(({ size }) => size), [6, 3, 3]);
  assert.equal(new Set([...a, ...b, ...c]).size, 12);
  assert.equal(corpus.skipped.size, 0);
  assert.match(corpus.sourceNote, /from the mirror .*, without checksums: none are recorded/);
  assert.equal(corpus.source, "mirror");
});

Deno.test("fleurs: languages and how many recordings of each can be chosen", async () => {
  using folder = temporaryFolder();
  const options = {
    languages: ["ja", "es"],
    recordingsPerLanguage: { train: 5, validation: 2, test: 100 },
  } as const;
  const corpus = await mirrored(folder.path, fleursFiles(), options);
  const train = await all(corpus, "train");
  assert.deepEqual(
    train.map(({ language }) => language),
    [..."jjjjjeeeee"].map((c) => c === "j" ? "ja" : "es"),
  );
  assert.deepEqual(
    train.slice(5).map(({ id }) => id),
    madeSplit("train", 0).slice(0, 5).map(({ file }) => file.slice(0, -4)),
  );
  assert.equal((await all(corpus, "validation")).length, 4);
  assert.equal((await all(corpus, "test")).length, 12);
  assert.deepEqual(corpus.languages, ["ja", "es"]);
});

Deno.test("fleurs: a language or a number that is not to be had is a RangeError", async () => {
  const refused: FleursOptions[] = [
    { languages: [] },
    { languages: ["de" as "es"] },
    { recordingsPerLanguage: { ...ALL, test: 0 } },
    { recordingsPerLanguage: { ...ALL, train: 1.5 } },
  ];
  for (const options of refused) await assert.rejects(fleurs({ ...options, sources: [] }), RangeError);
});

Deno.test("fleurs: what is left out is counted by its reason, once however often it is read", async () => {
  using folder = temporaryFolder();
  const nan = made(1, "nan.wav").bytes;
  const float = new DataView(nan.buffer); // as 32-bit floats, the first of them not a number
  [[20, 3], [32, 4], [34, 32]].forEach(([at, value]) => float.setUint16(at!, value!, true));
  float.setUint32(28, 64_000, true);
  float.setFloat32(44, NaN, true);
  const good = [made(1, "a.wav"), made(2, "b.wav")], shared = made(2000, "shared.wav");
  const cut = { ...made(3, "cut.wav"), bytes: made(3, "cut.wav").bytes.slice(0, 300) };
  const empty = { ...made(4, "empty.wav"), bytes: new Uint8Array(0) };
  const text = { ...made(5, "text.wav"), bytes: new TextEncoder().encode("no sound at all") };
  const recordings = [good[0]!, cut, empty, text, { ...made(6, "nan.wav"), bytes: nan }, shared, good[1]!];
  const rows = new TextDecoder().decode(tsv([...recordings, made(7, "gone.wav"), good[0]!]));
  const corpus = await mirrored(
    folder.path,
    spanish({
      "data/es_419/train.tsv": new TextEncoder().encode(`${rows}half a row\n8\n`),
      "data/es_419/audio/train.tar.gz": archive("train", [...recordings, made(9, "stranger.wav")]),
    }),
    { languages: ["es"] },
  );
  for (let pass = 0; pass < 2; pass++) {
    assert.deepEqual((await all(corpus, "train")).map(({ id }) => id), ["a", "b"]);
    assert.deepEqual(Object.fromEntries(corpus.skipped), {
      "a row that does not parse": 2,
      "a second row of a file": 1,
      "a recording that is damaged, cut short or no numbers": 3,
      "a recording without a byte": 1,
      "a sentence that is in another split too": 1,
      "a file of the archive without a row": 1,
      "a row without its file": 1,
    });
  }
  assert.ok((await all(corpus, "validation")).some(({ sentence }) => sentence === "2000"));
});

Deno.test("fleurs: stereo of another rate becomes mono at 16 kHz, whatever its name", async () => {
  using folder = temporaryFolder();
  const { encodeWav } = await import("../../lib/audio/mod.ts");
  const channels = [new Float32Array(4410).fill(0.5), new Float32Array(4410)];
  const odd = { ...made(1, "a.mp3"), bytes: encodeWav({ channels, sampleRate: 44_100 }) };
  const replaced = {
    "data/es_419/train.tsv": tsv([odd]),
    "data/es_419/audio/train.tar.gz": archive("train", [odd]),
  };
  const [found] = await all(await mirrored(folder.path, spanish(replaced), { languages: ["es"] }), "train");
  assert.equal(found!.samples.length, 1600);
  assert.ok(Math.abs(found!.samples[800]! - 0.25) < 1e-3);
});

Deno.test("fleurs: an archive with a path that climbs out, or that breaks off, is a CorruptError that names it", async () => {
  const path = "data/es_419/audio/train.tar.gz", whole = spanish()[path]!;
  const cases: [Uint8Array, RegExp][] = [
    [archive("..", madeSplit("train", 0)), /train\.tar\.gz as a tar archive: \.\.\/ leads out of its folder/],
    [whole.slice(0, whole.length / 2), /train\.tar\.gz as a tar archive: it breaks off/],
    [new Uint8Array(2000), /Cannot unpack .*train\.tar\.gz as gzip/],
  ];
  for (const [bytes, message] of cases) {
    using folder = temporaryFolder();
    const corpus = await mirrored(folder.path, spanish({ [path]: bytes }), { languages: ["es"] });
    await assert.rejects(all(corpus, "train"), { name: "CorruptError", message });
  }
});

Deno.test("fleurs: a mirror's files are compared with the checksums beside them, the Hub client's too", async () => {
  const { createHash } = await import("node:crypto");
  const hex = (bytes: Uint8Array, path: string) =>
    path.endsWith(".tsv") // small ones by Git's own sum
      ? createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex")
      : createHash("sha256").update(bytes).digest("hex");
  const metadata = (files: Record<string, Uint8Array>, sum: typeof hex) =>
    Object.fromEntries(
      Object.entries(files).map(([path, bytes]) => [
        `.cache/huggingface/download/${path}.metadata`,
        new TextEncoder().encode(`70bb2e84\n${sum(bytes, path)}\n1763.5\n`),
      ]),
    );
  using folder = temporaryFolder();
  const files = spanish();
  const corpus = await mirrored(folder.path, { ...files, ...metadata(files, hex) }, { languages: ["es"] });
  assert.match(corpus.sourceNote, /from the mirror .*, checksums verified\.$/);
  using harmed = temporaryFolder();
  for (const wrong of ["0".repeat(64), "0".repeat(40)]) {
    const harm = metadata(files, () => wrong);
    await assert.rejects(mirrored(harmed.path, { ...files, ...harm }, { languages: ["es"] }), {
      name: "CorruptError",
      message: /train\.tsv as of checksum 0+: it has another; remove it and run again: rm '/,
    });
  }
});

Deno.test("fleurs: a language without a recording that is left is a CorruptError that says why", async () => {
  using folder = temporaryFolder();
  const replaced = { "data/es_419/audio/test.tar.gz": archive("test", madeSplit("dev", 0)) };
  const corpus = await mirrored(folder.path, spanish(replaced), { languages: ["es"] });
  await assert.rejects(all(corpus, "test"), {
    name: "CorruptError",
    message:
      /test\.tar\.gz as recordings of es, test: none is left \(a file .* row: 6, a row without its file: 6\)/,
  });
});
