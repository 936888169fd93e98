import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { MissingError, random } from "../../lib/core/mod.ts";
import { kanaReader } from "../../lib/datasets/spoken_stand_in/_kana.ts";
import { SpeakingProcess } from "../../lib/datasets/spoken_stand_in/_speaking_process.ts";
import { type SentenceToSpeak, speakingVoices, speakSentences } from "../../lib/datasets/mod.ts";

const SENTENCES: SentenceToSpeak[] = [
  { text: "Toda persona tiene derecho.", language: "es" },
  { text: "Tout individu a droit à la vie.", language: "fr", voice: "f2" },
  { text: "Everyone has the right to life.", language: "en", voice: "m7", pitch: 70 },
  { text: "何人も、奴隷にされることはない。", language: "ja", speed: 140 },
];

/** Short, so that a difference is told at once. */
function hash(samples: Float32Array): string {
  return createHash("sha256").update(new Uint8Array(samples.buffer)).digest("hex");
}

async function speak(sentences: SentenceToSpeak[], processes?: number): Promise<Float32Array[]> {
  const spoken: Float32Array[] = [];
  for await (const { samples, sampleRate } of speakSentences(sentences, { processes })) {
    assert.equal(sampleRate, 16_000);
    spoken.push(samples);
  }
  return spoken;
}

Deno.test("speakSentences: sound of a few seconds for each sentence, the same whoever speaks it and when", async () => {
  const [spoken, again] = [await speak(SENTENCES), await speak(SENTENCES.toReversed(), 1)];
  assert.equal(spoken.length, 4);
  for (const samples of spoken) {
    assert.ok(samples.length > 16_000 && samples.length < 16_000 * 5, `${samples.length}`);
    const power = samples.reduce((sum, value) => sum + value * value, 0) / samples.length;
    assert.ok(power > 1e-4 && power < 0.3, `${power}`);
  }
  assert.deepEqual(again.toReversed().map(hash), spoken.map(hash));
});

Deno.test("speakSentences: speed, pitch and voice are heard", async () => {
  const text = "Everyone has the right to life.", plain = { text, language: "en" } as const;
  const [normal, slow, high, other] = await speak(
    [plain, { ...plain, speed: 100 }, { ...plain, pitch: 90 }, { ...plain, voice: "f5" }],
  );
  assert.ok(slow!.length > 1.3 * normal!.length);
  assert.notEqual(hash(high!), hash(normal!));
  assert.notEqual(hash(other!), hash(normal!));
});

Deno.test("speakSentences: who stops listening ends the processes", async () => {
  for await (const { samples } of speakSentences(SENTENCES)) {
    assert.ok(samples.length > 0);
    break;
  }
  assert.deepEqual(await speak([]), []);
});

Deno.test("speakSentences: every voice is one, and no two are alike", async () => {
  const voices = random(3).shuffle([...speakingVoices]).slice(0, 6);
  const spoken = await speak(voices.map((voice) => ({ text: "One, two.", language: "en", voice })));
  assert.equal(new Set(spoken.map(hash)).size, voices.length);
  assert.equal(new Set(speakingVoices).size, speakingVoices.length);
  assert.ok(speakingVoices.length >= 12);
});

Deno.test("kanaReader: Japanese as it is pronounced, particles with their word, digits one by one", async () => {
  const read = await kanaReader();
  assert.equal(read("すべて人は、自由である。"), "スベテ ジンワ、 ジユーデアル。");
  assert.equal(read("学校、第３条、WHO"), "ガッコー、 ダイ サン ジョー、 WHO");
});

Deno.test("speakSentences: what can't be spoken is a range error that names what can", () => {
  const wrong = (sentence: object, message: RegExp) =>
    assert.throws(
      () => speakSentences([{ text: "word", language: "en", ...sentence } as SentenceToSpeak]),
      (error) => error instanceof RangeError && message.test(error.message),
    );
  wrong({ language: "de" }, /language of es, fr, en, ja: de/);
  wrong({ voice: "nobody" }, /voice of f1, .*: nobody/);
  for (const speed of [79, 451, NaN]) wrong({ speed }, /80 to 450 words a minute/);
  for (const pitch of [-1, 100, NaN]) wrong({ pitch }, /0 to 99/);
  for (const text of ["", " … "]) wrong({ text }, /as words/);
  for (const processes of [0, 1.5]) assert.throws(() => speakSentences([], { processes }), RangeError);
});

Deno.test("SpeakingProcess: without the package, or with a process that ends, the error says what to do or why", async () => {
  await assert.rejects(
    SpeakingProcess.start("espeak-that-is-not-installed"),
    (error) => error instanceof MissingError && /run: deno install$/.test(error.message),
  );
  const process = await SpeakingProcess.start();
  try {
    const speaking = process.speak({ voice: "none", speed: 170, pitch: 50, text: "word" });
    await assert.rejects(speaking, /Cannot speak as by espeak-ng: .+/);
  } finally {
    await process.end();
  }
});
