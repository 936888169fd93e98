import assert from "node:assert/strict";
import { level } from "../../lib/audio/mod.ts";
import { declaration } from "../../lib/datasets/spoken_stand_in/_declaration.ts";
import { languages, speechPlan, splits, voicesOf } from "../../lib/datasets/spoken_stand_in/_speech_plan.ts";
import {
  speakingVoices,
  type SpokenRecording,
  standInSpeech,
  standInVoiceActivity,
} from "../../lib/datasets/mod.ts";

const PLAN = await speechPlan(200, 2024);

Deno.test("speechPlan: no speaker, no clause of a sentence is in two parts", () => {
  for (const [a, b] of [["train", "validation"], ["train", "test"], ["validation", "test"]] as const) {
    const of = (split: string) => PLAN.filter((recording) => recording.split === split);
    const speakers = new Set(of(a).map(({ voice }) => voice));
    assert.ok(of(b).every(({ voice }) => !speakers.has(voice)));
    const clauses = new Set(of(a).flatMap(({ sentence }) => clausesIn(sentence)));
    assert.ok(of(b).every(({ sentence }) => clausesIn(sentence).every((clause) => !clauses.has(clause))));
  }
  assert.deepEqual(splits.flatMap(voicesOf).toSorted(), [...speakingVoices].toSorted());
});

/** "es-3-5" is es-3, es-4, es-5. */
function clausesIn(sentence: string): string[] {
  const [language, from, to] = sentence.split("-");
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => `${language}-${Number(from) + i}`);
}

Deno.test("speechPlan: a longer plan begins with a shorter one, another seed gives another", async () => {
  const values = (plan: typeof PLAN) => JSON.stringify(plan.map(({ chance: _, ...rest }) => rest));
  assert.equal(values(await speechPlan(50, 2024)), values(PLAN.slice(0, 200)));
  assert.notEqual(values(await speechPlan(50, 1)), values(PLAN.slice(0, 200)));
});

Deno.test("speechPlan: rooms, noises and loudness say nothing about the language; the share of pure noise does, a little", () => {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const of = Object.fromEntries(languages.map((language) => {
    const own = PLAN.filter((recording) => recording.language === language);
    const heard = own.filter(({ noise }) => noise.kind !== "static");
    return [language, {
      level: mean(own.map(({ level }) => level)),
      rooms: mean(own.map(({ room }) => room ? 1 : 0)),
      snr: mean(heard.map(({ noise }) => noise.snr)),
      heard: heard.length / own.length,
    }];
  }));
  for (const { level, rooms, snr, heard } of Object.values(of)) {
    assert.ok(Math.abs(level - of.en!.level) < 1.5, `${level}`);
    assert.ok(Math.abs(rooms - of.en!.rooms) < 0.15, `${rooms}`);
    assert.ok(Math.abs(snr - of.en!.snr) < 4, `${snr}`);
    assert.ok(heard > 0.5 && heard < 0.7, `${heard}`);
    assert.ok(of.es!.heard <= heard);
  }
});

Deno.test("declaration: clauses of all thirty articles in each language, with letters and without markup", async () => {
  for (const language of languages) {
    const clauses = Object.values(await declaration(language)).flat();
    assert.ok(clauses.length > 150, `${clauses.length}`);
    assert.deepEqual(clauses.map(({ number }) => number).toSorted((a, b) => a - b), [...clauses.keys()]);
    assert.ok(clauses.every(({ text }) => /\p{L}/u.test(text) && !/[<>&\d]/.test(text)));
  }
});

Deno.test("standInSpeech: spoken once, kept, the same again; what was left out is made by the next call", async () => {
  const cache = await Deno.makeTempDir();
  try {
    const made: number[] = [],
      options = { minutes: 0.4, cache, onProgress: (there: number) => made.push(there) };
    const speech = await standInSpeech(options), all = await recordingsOf(speech);
    assert.equal(speech.source, "stand-in");
    assert.equal(all.length, 12);
    assert.deepEqual(made, Array.from({ length: 12 }, (_, i) => i + 1));
    for (const { samples, sampleRate } of all) {
      assert.equal(sampleRate, 16_000);
      assert.ok(samples.length > 2.5 * 16_000 && samples.length < 30 * 16_000);
      const decibels = 20 * Math.log10(level({ samples, sampleRate }).rms);
      assert.ok(decibels > -33 && decibels < -19, `${decibels}`);
    }
    const file = [...Deno.readDirSync(`${cache}/stand_in_speech`)].map(({ name }) => name);
    const lost = `${cache}/stand_in_speech/${file[0]}/fr_train_0000.wav`, bytes = Deno.readFileSync(lost);
    Deno.removeSync(lost);
    made.length = 0;
    await standInSpeech(options);
    assert.deepEqual(made, [12]);
    assert.ok(Deno.readFileSync(lost).every((byte, i) => byte === bytes[i]));
  } finally {
    await Deno.remove(cache, { recursive: true });
  }
});

async function recordingsOf(speech: Awaited<ReturnType<typeof standInSpeech>>): Promise<SpokenRecording[]> {
  const lists = await Promise.all(splits.map((split) => Array.fromAsync(speech.recordings(split))));
  return lists.flat();
}

Deno.test("standInSpeech: minutes that are none are a range error", async () => {
  for (const minutes of [0, -1, NaN, Infinity]) {
    await assert.rejects(standInSpeech({ minutes }), RangeError);
  }
});

Deno.test("standInSpeech, standInVoiceActivity: a cache that can't be written is a MissingError", async () => {
  const cache = "/proc/unroll",
    expected = { name: "MissingError", message: /Cannot keep files as in the folder \/proc/ };
  await assert.rejects(standInSpeech({ minutes: 0.1, cache }), expected);
  await assert.rejects(standInVoiceActivity({ recordings: { train: 1, validation: 1 }, cache }), expected);
});

Deno.test("standInSpeech: two at once take turns, each recording is made once", async () => {
  const cache = await Deno.makeTempDir(), made: number[] = [];
  try {
    const options = { minutes: 0.1, cache, onProgress: (there: number) => made.push(there) };
    await Promise.all([standInSpeech(options), standInSpeech(options)]);
    assert.deepEqual(made, [1, 2, 3, 4]);
  } finally {
    await Deno.remove(cache, { recursive: true });
  }
});
