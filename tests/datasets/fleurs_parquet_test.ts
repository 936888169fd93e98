import assert from "node:assert/strict";
import { made, madeSplit, parquet } from "./_fleurs.ts";
import { ALL, all, mirrored } from "./_fleurs_mirror.ts";
import { temporaryFolder } from "./_server.ts";

for (const layout of ["parquet-data/es_419/SPLIT-N-of-2.parquet", "es_419/SPLIT/N.parquet"]) {
  Deno.test(`fleurs: Parquet files, ${layout}`, async () => {
    using folder = temporaryFolder();
    const shared = { ...made(3000, "shared.wav"), text: "también" };
    const parts = {
      train: [...madeSplit("train", 0), shared],
      validation: madeSplit("dev", 0),
      test: madeSplit("test", 0),
    };
    const files = Object.entries(parts).flatMap(([split, recordings]) =>
      [recordings.slice(0, 5), recordings.slice(5)].map((half, i) => [
        layout.replace("SPLIT", split).replace("N", `0000${i}`),
        parquet(half),
      ])
    );
    const options = { languages: ["es"], recordingsPerLanguage: { ...ALL, validation: 3 } } as const;
    const corpus = await mirrored(folder.path, Object.fromEntries(files), options);
    const train = await all(corpus, "train");
    assert.deepEqual(
      train.map(({ id, sentence, text }) => [`${id}.wav`, Number(sentence), text]),
      madeSplit(
        "train",
        0,
      ).map(({ file, sentence, text }) => [file, sentence, text]),
    );
    assert.equal(train[3]!.samples.length, 848);
    assert.equal((await all(corpus, "validation")).length, 3);
    assert.deepEqual([...corpus.skipped], [["a sentence that is in another split too", 1]]);
  });
}

Deno.test("fleurs: damaged Parquet is a CorruptError, rows without sound are counted", async () => {
  using folder = temporaryFolder();
  const gone = { ...made(1, "gone.wav"), bytes: undefined };
  const empty = { ...made(2, "empty.wav"), bytes: new Uint8Array(0) };
  const whole = parquet(madeSplit("test", 0));
  const path = (split: string) => `parquet-data/es_419/${split}-00000-of-00001.parquet`;
  const files = {
    [path("train")]: parquet([
      ...[gone, empty, made(3, ""), { ...made(5, "unnumbered.wav"), sentence: null }],
      made(4, "here.wav"),
    ]),
    [path("dev")]: parquet(madeSplit("dev", 0)),
    [path("test")]: whole,
  };
  const corpus = await mirrored(folder.path, files, { languages: ["es"] });
  assert.deepEqual((await all(corpus, "train")).map(({ id }) => id), ["here"]);
  assert.deepEqual(Object.fromEntries(corpus.skipped), {
    "a row without its file": 1,
    "a recording without a byte": 1,
    "a row that does not parse": 2,
  });
  for (const harmed of [whole.slice(0, whole.length - 3), whole.slice(0, 100), new Uint8Array(0)]) {
    const damaged = await mirrored(folder.path, { [path("test")]: harmed }, { languages: ["es"] });
    await assert.rejects(all(damaged, "test"), {
      name: "CorruptError",
      message: /Cannot read .*test-00000-of-00001\.parquet as Parquet: .*rm '/,
    });
  }
});
