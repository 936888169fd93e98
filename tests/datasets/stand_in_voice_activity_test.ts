import assert from "node:assert/strict";
import { frameLabels, standInVoiceActivity, type VoiceActivityDataset } from "../../lib/datasets/mod.ts";
import { spokenSegments } from "../../lib/datasets/voice_activity/_spoken_segments.ts";
import {
  plannedRecordings,
  plannedSentences,
} from "../../lib/datasets/voice_activity/_voice_activity_plan.ts";
import { voiceActivitySound } from "../../lib/datasets/voice_activity/_voice_activity_sound.ts";
import { random } from "../../lib/core/mod.ts";

/** A "sentence": silence, a tone of 0.5 s, a pause, a tone of 0.2 s, silence. */
function tones(pause: number): Float32Array {
  const piece = (seconds: number, loud: number) =>
    Array.from({ length: Math.round(16_000 * seconds) }, (_, i) => loud * Math.sin(i * 0.3));
  return Float32Array.from([
    ...piece(0.1, 1e-4),
    ...piece(0.5, 0.3),
    ...piece(pause, 1e-4),
    ...piece(0.2, 0.3),
    ...piece(0.4, 0),
  ]);
}

const sentence = () => spokenSegments({ samples: tones(0.4), sampleRate: 16_000 })!;
const seconds = ({ segments }: { segments: readonly { start: number; end: number }[] }) =>
  segments.reduce((sum, { start, end }) => sum + end - start, 0);

Deno.test("labels of a sentence: silence around it is cut off, long pauses are silence, short ones speech", () => {
  const long = sentence();
  assert.deepEqual(long.spoken, [[0, 50], [90, 110]]);
  assert.equal(long.samples.length, 110 * 160);
  assert.deepEqual(spokenSegments({ samples: tones(0.2), sampleRate: 16_000 })!.spoken, [[0, 90]]);
  const click = new Float32Array(8000).fill(0.5, 1600, 1920); // 20 ms
  assert.equal(spokenSegments({ samples: click, sampleRate: 16_000 }), undefined);
  assert.equal(spokenSegments({ samples: new Float32Array(8000), sampleRate: 16_000 }), undefined);
});

Deno.test("made recordings: the voices are over the noise as planned, inside of the labels alone", () => {
  const [plan] = plannedRecordings("train", 1, 1);
  const loud = {
    ...plan!,
    room: undefined,
    background: "white" as const,
    sentences: [1, 2, 3],
    seconds: 9,
    level: -20,
  };
  for (const snr of [6, 20]) {
    const { samples, segments } = voiceActivitySound({ ...loud, snr, chance: random(2) }, {
      sentence,
      noises: [],
    });
    const labels = frameLabels(segments, { frames: 900 }), powers = [0, 0], counts = [0, 0];
    labels.forEach((label, t) => {
      for (let i = 160 * t; i < 160 * (t + 1); i++) powers[label]! += samples[i]! ** 2;
      counts[label]! += 160;
    });
    const [quiet, spoken] = powers.map((power, i) => power / counts[i]!) as [number, number];
    assert.ok(Math.abs(10 * Math.log10(spoken - quiet) + 20) < 0.5, "the voices' level");
    assert.ok(Math.abs(10 * Math.log10((spoken - quiet) / quiet) - snr) < 0.5, "their ratio to the noise");
  }
});

Deno.test("made recordings: nobody speaks, hardly a pause, noise that is not on this machine", () => {
  const [plan] = plannedRecordings("train", 1, 1), at = { seconds: 8, chance: random(3), room: undefined };
  const sound = (changes: object) =>
    voiceActivitySound({ ...plan!, ...at, ...changes }, { sentence, noises: [] });
  const silent = sound({ sentences: [], background: "pink" });
  assert.deepEqual(silent.segments, []);
  assert.ok(silent.samples.some((value) => value !== 0));
  const steady = (number: number) => ({ ...sentence(), spoken: [[0, 110]] as [number, number][], number });
  const dense = voiceActivitySound({ ...plan!, ...at, sentences: [1], pause: [0, 0] }, {
    sentence: steady,
    noises: [],
  });
  assert.ok(seconds(dense) > 7.5 && seconds(dense) <= 8);
  const tap = sound({ background: "running_tap", chance: random(3) });
  assert.deepEqual(tap.samples, sound({ background: "brown", chance: random(3) }).samples);
  const noises = [{ id: "running_tap", samples: tones(0.1), sampleRate: 16_000 }];
  const own = voiceActivitySound({ ...plan!, ...at, background: "running_tap" }, { sentence, noises });
  assert.notDeepEqual(own.samples, tap.samples);
});

Deno.test("the plan: parts share no voice and no text, whole kinds of noise are in validation alone", async () => {
  const [train, validation] = [await plannedSentences("train", 1), await plannedSentences("validation", 1)];
  for (const key of ["voice", "text"] as const) {
    const known = new Set(train.map((one) => one[key]));
    assert.ok(validation.every((one) => !known.has(one[key]!)), key);
  }
  const kinds = (split: "train" | "validation") =>
    new Set(plannedRecordings(split, 40, 1).map(({ background }) => background));
  assert.deepEqual([...kinds("validation").difference(kinds("train"))].sort(), [
    ...["brown", "clicks", "running_tap"],
  ]);
  const plans = plannedRecordings("train", 510, 2021),
    long = plans.map((plan) => plan.seconds).sort((a, b) => a - b);
  assert.ok(long[0]! < 4 && long.at(-1)! > 60);
  assert.ok(plans.some(({ sentences }) => sentences.length === 0));
  const told = ({ chance: _, ...plan }: typeof plans[number]) => plan;
  assert.deepEqual(plannedRecordings("train", 3, 2021).map(told), plans.slice(0, 3).map(told));
});

Deno.test("standInVoiceActivity: made once, the same again, continued, and more are the same and more", async () => {
  const cache = await Deno.makeTempDir(), noise = { sources: [] };
  const all = async (dataset: VoiceActivityDataset) => [
    ...await Array.fromAsync(dataset.recordings("train")),
    ...await Array.fromAsync(dataset.recordings("validation")),
  ];
  const told: number[] = [];
  const options = { recordings: { train: 1, validation: 1 }, cache, noise, seed: 5 };
  const first = await standInVoiceActivity({ ...options, onProgress: (there) => told.push(there) });
  assert.equal(first.source, "stand-in");
  assert.match(first.sourceNote, /stand-in.*1 \+ 1 recordings.*made noises alone/);
  assert.equal(told.at(-1), 2);
  const made = await all(first);
  assert.deepEqual(made.map(({ id }) => id), ["train_000", "validation_000"]);
  for (const { samples, segments, sampleRate } of made) {
    assert.equal(sampleRate, 16_000);
    assert.ok(samples.length >= 3 * 16_000 && samples.length <= 75 * 16_000);
    assert.ok(segments.every(({ start, end }) => start >= 0 && end <= samples.length / 16_000));
  }
  const folder = first.sourceNote.match(/kept in (.*)\.$/)![1]!;
  await Deno.remove(`${folder.startsWith("/") ? folder : `${Deno.cwd()}/${folder}`}/train_000.wav`);
  const again = await all(
    await standInVoiceActivity({ ...options, recordings: { train: 2, validation: 1 } }),
  );
  assert.deepEqual(again.filter(({ id }) => id !== "train_001"), made);
  await Deno.remove(cache, { recursive: true });
});

Deno.test("standInVoiceActivity: counts that are none", async () => {
  const recordings = { train: 2, validation: 0 };
  await assert.rejects(
    standInVoiceActivity({ recordings }),
    /whole number of recordings from 1: validation 0/,
  );
});
