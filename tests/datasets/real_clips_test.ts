import assert from "node:assert/strict";
import { join } from "node:path";
import { amiVad, backgroundNoise, frameLabels, speechSamples } from "../../lib/datasets/mod.ts";
import { hasMirror } from "./_has_mirror.ts";
import { temporaryFolder } from "./_server.ts";
import { tone, writeCorpus } from "./_sounds.ts";

/** What is looked for in one folder alone. */
function only(folder: string) {
  return { cache: join(folder, "cache"), mirrors: [folder] };
}

const LABELS = "SPEAKER a 1 0.5 0.25 <NA> <NA> x <NA> <NA>\nSPEAKER a 1 0.6 0.4 <NA> <NA> y <NA> <NA>\n";

Deno.test("amiVad: sounds with their segments and regions; without a line silence and the whole", async () => {
  using folder = temporaryFolder();
  const files = { "l.rttm": LABELS, "l.uem": "a NA 0 0.9\n", "b.wav": tone(0.5, 8000), "a.wav": tone(1) };
  const corpus = writeCorpus(folder.path, "vad", files);
  const { recordings, source } = await amiVad({ corpus, ...only(folder.path) });
  assert.equal(source, "mirror");
  assert.deepEqual(recordings.map(({ id, samples, sampleRate }) => [id, samples.length, sampleRate]), [
    ["a", 16_000, 16_000],
    ["b", 8000, 16_000],
  ]);
  assert.deepEqual(recordings.map(({ segments }) => segments), [[{ start: 0.5, end: 1 }], []]);
  assert.deepEqual(recordings.map(({ evaluated }) => evaluated), [[{ start: 0, end: 0.9 }], [{
    start: 0,
    end: 0.5,
  }]]);
});

Deno.test("amiVad: labels or regions longer than the recording are a RangeError that names both", async () => {
  for (const files of [{ "l.rttm": LABELS, "l.uem": "" }, { "l.rttm": "", "l.uem": "a NA 0 1\n" }]) {
    using folder = temporaryFolder();
    const corpus = writeCorpus(folder.path, "vad", { ...files, "a.wav": tone(0.8) });
    await assert.rejects(amiVad({ corpus, ...only(folder.path) }), {
      name: "RangeError",
      message: /Cannot use .*l\.(rttm|uem) as labels of a: they last 1 s, the recording 0.8 s/,
    });
  }
});

Deno.test("speechSamples: language from the path, transcript from the neighbour", async () => {
  using folder = temporaryFolder();
  const corpus = writeCorpus(folder.path, "voices", {
    "es/x/one.wav": tone(0.25),
    "es/x/one.txt": "hola a todos\n",
    "ja/y/two.wav": tone(0.5, 8000),
  });
  const { recordings } = await speechSamples({ corpus, ...only(folder.path) });
  assert.deepEqual(recordings.map(({ samples, ...rest }) => ({ ...rest, length: samples.length })), [
    {
      id: "one",
      language: "es",
      split: "test",
      sentence: "one",
      text: "hola a todos",
      sampleRate: 16_000,
      length: 4000,
    },
    { id: "two", language: "ja", split: "test", sentence: "two", text: "", sampleRate: 16_000, length: 8000 },
  ]);
});

Deno.test("real clips that are nowhere: none, and why", async () => {
  using folder = temporaryFolder();
  for (const load of [amiVad, backgroundNoise, speechSamples]) {
    const { recordings, source, sourceNote } = await load(only(folder.path));
    assert.deepEqual(recordings, []);
    assert.equal(source, "none");
    assert.match(sourceNote, /^Not here: Cannot load .*does not hold it.*mkdir -p/);
  }
});

Deno.test("real clips that are damaged are a CorruptError, not absent", async () => {
  using folder = temporaryFolder();
  const corpus = writeCorpus(folder.path, "noise", { "a.wav": tone(0.25) });
  await Deno.writeFile(join(folder.path, "noise", "a.wav"), tone(0.5));
  await assert.rejects(backgroundNoise({ corpus, ...only(folder.path) }), { name: "CorruptError" });
});

Deno.test({
  name: "amiVad and backgroundNoise: the real files",
  ignore: !hasMirror("ami_vad") || !hasMirror("background_noise"),
  fn: async () => {
    const { recordings } = await amiVad();
    const speech = recordings.map(({ segments }) =>
      frameLabels(segments, { frames: 3000 }).reduce((sum, label) => sum + label, 0)
    );
    assert.deepEqual(recordings.map(({ id, samples }) => [id, samples.length]), [
      ["trn00", 480_001],
      ["trn01", 480_001],
      ["trn02", 480_001],
      ["trn03", 480_001],
    ]);
    assert.deepEqual(speech, [1911, 335, 69, 3000]);
    const noise = await backgroundNoise();
    assert.deepEqual(noise.recordings.map(({ id, samples }) => [id, Math.round(samples.length / 16_000)]), [
      ["doing_the_dishes", 95],
      ["pink_noise", 60],
      ["running_tap", 61],
    ]);
  },
});

Deno.test({
  name: "speechSamples: the real files",
  ignore: !hasMirror("speech_samples"),
  fn: async () => {
    const { recordings } = await speechSamples();
    const seconds = new Map<string, number>();
    for (const { language, samples, sampleRate } of recordings) {
      assert.equal(sampleRate, 16_000);
      seconds.set(language, (seconds.get(language) ?? 0) + samples.length / 16_000);
    }
    assert.deepEqual([...seconds].map(([language, time]) => [language, Math.round(time)]), [
      ["en", 57],
      ["es", 64],
      ["fr", 43],
      ["ja", 44],
    ]);
    assert.equal(recordings.filter(({ text }) => text === "").length, 3);
  },
});
