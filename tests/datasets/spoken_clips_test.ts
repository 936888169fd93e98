import assert from "node:assert/strict";
import { selectClips, spokenClips } from "../../lib/datasets/mod.ts";
import { corpus, cut, recording } from "./_spoken.ts";

Deno.test("spokenClips: whole clips of recordings from 6 to 15 s, with their places, labels and sounds", async () => {
  const recordings = [
    recording({ language: "ja", seconds: 9 }),
    recording({ seconds: 6 }),
    recording({ seconds: 15 }),
  ];
  using clips = await cut(recordings, ["es", "ja"]);
  assert.deepEqual(
    clips.clips.map(({ recording, label, from }) => [recording, label, from]),
    [["ja-9", 1, 0], ["ja-9", 1, 4], ["es-6", 0, 0], ["es-15", 0, 0], ["es-15", 0, 4], ["es-15", 0, 8]],
  );
  const [last, second] = clips.read([5, 1]);
  assert.equal(last!.sampleRate, 16_000);
  const expected = recordings[2]!.samples.slice(8 * 16_000, 12 * 16_000);
  last!.samples.forEach((value, i) =>
    assert.ok(Math.abs(value - Math.max(-1, Math.min(1, expected[i]!))) < 2e-5)
  );
  assert.ok(Math.abs(second!.samples[7]! - recordings[0]!.samples[4 * 16_000 + 7]!) < 2e-5);
});

Deno.test("spokenClips: what is left out is counted, what could be read is listed", async () => {
  const broken = recording({ id: "broken" });
  broken.samples[100] = NaN;
  const recordings = [
    ...[recording({ seconds: 5.9 }), recording({ seconds: 16 }), recording({ seconds: 22 }), broken],
    ...[recording({ id: "empty", samples: new Float32Array(0) }), recording({ seconds: 9 })],
  ];
  using clips = await cut(recordings);
  assert.deepEqual(Object.fromEntries(clips.skipped), {
    "recordings shorter than 6 s": 1,
    "recordings longer than 15 s": 2,
    "samples that are not finite numbers": 1,
    "no samples": 1,
  });
  assert.deepEqual(clips.recordings.map(({ seconds }) => seconds), [5.9, 16, 22, 9]);
  assert.ok(clips.recordings.every(({ clipped }) => clipped < 0.01));
});

Deno.test("spokenClips: clips that overlap", async () => {
  const cache = await Deno.makeTempDir(), options = { split: "train", hopSeconds: 2, cache } as const;
  using clips = await spokenClips(corpus([recording({ seconds: 9 })]), options);
  await Deno.remove(cache);
  assert.deepEqual(clips.clips.map(({ from }) => from), [0, 2, 4]);
  const [first, second] = clips.read([0, 1]);
  assert.deepEqual(second!.samples.slice(0, 2 * 16_000), first!.samples.slice(2 * 16_000));
});

Deno.test("spokenClips: recordings of another rate are brought to the clips' rate", async () => {
  using clips = await cut([
    recording({ sampleRate: 8000, seconds: 9 }),
    recording({ id: "same", seconds: 9 }),
  ]);
  assert.deepEqual(clips.clips.map(({ recording }) => recording), ["es-9", "es-9", "same", "same"]);
  assert.ok(clips.recordings.every(({ seconds }) => Math.abs(seconds - 9) < 1e-3));
});

Deno.test("spokenClips: a language with no clip left is an error that says why", async () => {
  const cache = await Deno.makeTempDir(),
    recordings = [recording({}), recording({ language: "ja", seconds: 3 })];
  await assert.rejects(
    spokenClips(corpus(recordings, ["es", "ja"]), { split: "train", cache }),
    (error: Error) =>
      error instanceof RangeError &&
      /none of ja is left \(recordings shorter than 6 s: 1\)/.test(error.message),
  );
  assert.deepEqual([...Deno.readDirSync(cache)], []);
  await Deno.remove(cache);
});

Deno.test("selectClips: some of the clips with their own sounds, the others counted; none of a language is an error", async () => {
  using all = await cut([recording({ seconds: 9 }), recording({ seconds: 13 })]);
  const some = selectClips(all, (_, place) => place % 2 === 1, { reason: "even" });
  assert.deepEqual(some.clips, [all.clips[1], all.clips[3]]);
  assert.deepEqual(some.read([1])[0]!.samples, all.read([3])[0]!.samples);
  assert.equal(some.skipped.get("even"), 3);
  assert.equal(all.skipped.get("even"), undefined);
  assert.throws(() => selectClips(all, () => false, { reason: "all" }), /none of es is left .*all: 5/);
});

Deno.test("spokenClips, selectClips: a place where no clip is, is a RangeError, not silence", async () => {
  using all = await cut([recording({ seconds: 9 })]);
  const some = selectClips(all, (_, place) => place === 1, { reason: "first" });
  for (const place of [2, -1, 0.5, NaN]) assert.throws(() => all.read([0, place]), /among 2, from 0: /);
  assert.throws(() => some.read([1]), { name: "RangeError", message: /among 1, from 0: 1/ });
});
