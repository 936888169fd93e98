import assert from "node:assert/strict";
import { durationStatistics, mixNoise, padSilence, splitClips } from "../../lib/audio/mod.ts";
import { random } from "../../lib/core/mod.ts";
import { signal } from "./_signals.ts";

const voice = signal("voice", 8000, 4000), noise = signal("noise", 8000, 1000);
const power = (samples: Float32Array): number =>
  samples.reduce((sum, value) => sum + value * value, 0) / samples.length;

Deno.test("mixNoise: the ratio of powers is the one asked for", () => {
  for (const snr of [-10, 0, 12.5]) {
    const { samples } = mixNoise(voice, noise, { snr, random: random(3) });
    const added = samples.map((value, i) => value - voice.samples[i]!);
    assert.ok(Math.abs(10 * Math.log10(power(voice.samples) / power(added)) - snr) < 1e-3);
  }
});

Deno.test("mixNoise: the same seed takes the same noise", () => {
  const mixed = (seed: number) => mixNoise(voice, noise, { snr: 5, random: random(seed) }).samples;
  assert.deepEqual(mixed(1), mixed(1));
  assert.notDeepEqual(mixed(1), mixed(2));
});

Deno.test("mixNoise: what has no ratio is named", () => {
  const silence = { samples: new Float32Array(10), sampleRate: 8000 };
  assert.throws(() => mixNoise(silence, noise, { snr: 0 }), /sound is silent/);
  assert.throws(() => mixNoise(voice, silence, { snr: 0 }), /noise is silent/);
  assert.throws(() => mixNoise(voice, noise, { snr: NaN }), RangeError);
  assert.throws(() => mixNoise(voice, { ...noise, sampleRate: 16_000 }, { snr: 0 }), TypeError);
});

Deno.test("padSilence, splitClips: lengths and rests", () => {
  const sound = { samples: Float32Array.of(1, 2, 3, 4, 5), sampleRate: 2 };
  const clips = (options: Parameters<typeof splitClips>[1]) =>
    splitClips(sound, options).map(({ samples }) => [...samples]);
  assert.deepEqual([...padSilence(sound, 3).samples], [1, 2, 3, 4, 5, 0]);
  assert.equal(padSilence(sound, 2), sound);
  assert.deepEqual(clips({ seconds: 1 }), [[1, 2], [3, 4]]);
  assert.deepEqual(clips({ seconds: 1, last: "pad" }), [[1, 2], [3, 4], [5, 0]]);
  assert.deepEqual(clips({ seconds: 2, hopSeconds: 0.5, last: "pad" }), [[1, 2, 3, 4], [2, 3, 4, 5]]);
  assert.deepEqual(clips({ seconds: 9 }), []);
  assert.deepEqual(clips({ seconds: 3, last: "pad" }), [[1, 2, 3, 4, 5, 0]]);
  assert.throws(() => splitClips(sound, { seconds: 0 }), RangeError);
  assert.throws(() => splitClips(sound, { seconds: 1, hopSeconds: NaN }), RangeError);
  assert.throws(() => padSilence({ ...sound, samples: new Float32Array() }, 1), RangeError);
});

Deno.test("durationStatistics: literal values", () => {
  const { bins, ...rest } = durationStatistics([20, 4, 9, 7], [0, 6, 15, 30]);
  assert.deepEqual(rest, { count: 4, total: 40, mean: 10, median: 8, shortest: 4, longest: 20 });
  assert.deepEqual(bins.map(({ count, cumulativeShare }) => [count, cumulativeShare]), [
    [1, 0.25],
    [2, 0.75],
    [1, 1],
  ]);
  assert.equal(durationStatistics([3, 1, 2]).median, 2);
  assert.throws(() => durationStatistics([]), RangeError);
  assert.throws(() => durationStatistics([1, NaN]), RangeError);
  assert.throws(() => durationStatistics([1], [2, 1]), RangeError);
});
