import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import manifest from "../../data/manifest.json" with { type: "json" };
import { readReviews } from "../../lib/datasets/texts/_read_reviews.ts";
import { imdb, type Review, standInReviews } from "../../lib/datasets/mod.ts";
import { textToWords } from "../../lib/text/mod.ts";
import { makeTar } from "./_make_tar.ts";
import { temporaryFolder } from "./_server.ts";
import { hasMirror } from "./_has_mirror.ts";

function archive(folder: string, bytes: Uint8Array): string {
  const path = join(folder, "reviews.tar.gz");
  Deno.writeFileSync(path, bytes);
  return path;
}

Deno.test("readReviews: split, label, number and stars are in the path; what has no label is left out", async () => {
  using folder = temporaryFolder();
  const files = {
    "aclImdb/README": "read me",
    "aclImdb/train/pos/12_9.txt": "Good.",
    "aclImdb/train/unsup/5_0.txt": "Unknown.",
    "aclImdb/test/neg/3_1.txt": "Bad.<br />Señor",
  };
  assert.deepEqual(await readReviews(archive(folder.path, gzipSync(makeTar(files)))), [
    { split: "train", number: 12, review: { text: "Good.", label: 1, rating: 9 } },
    { split: "test", number: 3, review: { text: "Bad.<br />Señor", label: 0, rating: 1 } },
  ]);
});

Deno.test("readReviews: no gzip, a broken one and one without reviews are CorruptErrors", async () => {
  using folder = temporaryFolder();
  const whole = gzipSync(makeTar({ "aclImdb/train/pos/1_9.txt": "x".repeat(5000) }));
  for (const bytes of [new Uint8Array(100), whole.subarray(0, 50)]) {
    await assert.rejects(readReviews(archive(folder.path, bytes)), {
      name: "CorruptError",
      message: /as (gzip|a tar archive): .*rm '/,
    });
  }
  const other = gzipSync(makeTar({ "a.txt": "a" }));
  await assert.rejects(readReviews(archive(folder.path, other)), {
    name: "CorruptError",
    message: /it holds none/,
  });
});

Deno.test("imdb: the stand-in is labelled as one, half of each part good, the same on every machine", async () => {
  const { train, test, title, source } = await imdb({ sources: ["stand-in"] });
  assert.deepEqual([title, source], ["stand-in for IMDB film reviews", "stand-in"]);
  for (const part of [train, test]) assert.deepEqual([part.length, goodOf(part)], [25_000, 12_500]);
  const checksum = createHash("sha256").update(JSON.stringify({ train, test })).digest("hex");
  assert.equal(checksum, manifest.standIns.imdb.sha256);
});

Deno.test({
  name: "imdb: 25,000 and 25,000 reviews from the mirror, half of each good, in a fixed order",
  ignore: !hasMirror("imdb"),
  fn: async () => {
    const { train, test, source } = await imdb({ sources: ["mirror"] });
    assert.equal(source, "mirror");
    for (const part of [train, test]) {
      assert.deepEqual([part.length, goodOf(part)], [25_000, 12_500]);
      assert.ok(part.every(({ label, rating }) => label === 1 ? rating >= 7 : rating <= 4));
    }
    assert.deepEqual([train[0]!.label, train.at(-1)!.label], [0, 1]);
  },
});

function goodOf(reviews: readonly Review[]): number {
  return reviews.filter(({ label }) => label === 1).length;
}

Deno.test("standInReviews: others for another seed", () => {
  assert.deepEqual(standInReviews({ count: 2 }), standInReviews({ count: 2 }));
  assert.notDeepEqual(standInReviews({ count: 2, seed: 1 }), standInReviews({ count: 2 }));
});

Deno.test("standInReviews: naive Bayes on single words is right on 50 to 80 %", () => {
  const { train, test } = standInReviews({ count: 5000 }),
    counts = [new Map<string, number>(), new Map<string, number>()];
  for (const { text, label } of train) {
    for (const word of textToWords(text)) counts[label]!.set(word, (counts[label]!.get(word) ?? 0) + 1);
  }
  const totals = counts.map((own) => [...own.values()].reduce((sum, count) => sum + count, 0));
  const share = (label: number, word: string) => ((counts[label]!.get(word) ?? 0) + 1) / totals[label]!;
  const evidence = (text: string) =>
    textToWords(text).reduce((sum, word) => sum + Math.log(share(1, word) / share(0, word)), 0);
  const right = test.filter(({ text, label }) => (evidence(text) > 0 ? 1 : 0) === label).length / test.length;
  assert.ok(right > 0.6 && right < 0.8, `${right}`);
});

Deno.test("standInReviews: a count that is none is a range error", () => {
  for (const count of [0, -2, 3, NaN]) assert.throws(() => standInReviews({ count }), RangeError);
});
