import assert from "node:assert/strict";
import { level, reverberate, roomResponse, type Waveform, whiteNoise } from "../../lib/audio/mod.ts";
import { convolve } from "../../lib/audio/augmentation/_convolve.ts";
import { random } from "../../lib/core/mod.ts";
import { signal } from "./_signals.ts";

/** Reverberation time of a response by Schroeder's backward integration, from the line between -5 and -35 dB. */
function measuredRt60(response: Float64Array, sampleRate: number): number {
  const left = new Float64Array(response.length);
  let sum = 0;
  for (let i = response.length - 1; i > 0; i--) left[i] = sum += response[i]! ** 2; // without the direct sound
  const points: [number, number][] = [];
  left.forEach((value, i) => {
    const db = 10 * Math.log10(value / sum);
    if (i > 0 && db < -5 && db > -35) points.push([i / sampleRate, db]);
  });
  const mean = (k: 0 | 1): number => points.reduce((total, point) => total + point[k], 0) / points.length;
  const [t, level] = [mean(0), mean(1)];
  const slope = points.reduce((total, [x, y]) => total + (x - t) * (y - level), 0) /
    points.reduce((total, [x]) => total + (x - t) ** 2, 0);
  return -60 / slope;
}

const options = (seed = 1) => ({ rt60: 0.5, sampleRate: 16_000, random: random(seed) });

Deno.test("roomResponse: Schroeder's integration finds the reverberation time", () => {
  for (const rt60 of [0.2, 0.5, 1.2]) {
    const found = measuredRt60(roomResponse({ ...options(), rt60 }), 16_000);
    assert.ok(Math.abs(found / rt60 - 1) < 0.05, `${rt60}: ${found}`);
  }
});

Deno.test("roomResponse: direct sound, gap, reflections of the asked power", () => {
  for (const directToReverberant of [-5, 0, 10]) {
    const response = roomResponse({ ...options(), directToReverberant, predelay: 0.01 });
    assert.equal(response.length, Math.round(0.51 * 16_000));
    assert.equal(response[0], 1);
    assert.ok(response.subarray(1, 160).every((value) => value === 0));
    assert.notEqual(response[160], 0);
    const power = response.subarray(1).reduce((sum, value) => sum + value * value, 0);
    assert.ok(Math.abs(-10 * Math.log10(power) - directToReverberant) < 1e-9);
  }
});

Deno.test("roomResponse: the same seed makes the same room", () => {
  assert.deepEqual(roomResponse(options(1)), roomResponse(options(1)));
  assert.notDeepEqual(roomResponse(options(1)), roomResponse(options(2)));
});

Deno.test("roomResponse: the smallest room, and what is none", () => {
  assert.equal(roomResponse({ ...options(), rt60: 1e-6, predelay: 0 }).length, 2);
  for (const rt60 of [0, -1, NaN, 21]) {
    assert.throws(() => roomResponse({ ...options(), rt60 }), /RangeError: Cannot make a room as up to 20 s/);
  }
  assert.throws(() => roomResponse({ ...options(), predelay: -1 }), /RangeError: .*first reflection: -1/);
  assert.throws(() => roomResponse({ ...options(), sampleRate: 0 }), /RangeError: .*the rate is 0/);
  assert.throws(
    () => roomResponse({ ...options(), directToReverberant: NaN }),
    /RangeError: .*ratio in dB: NaN/,
  );
});

Deno.test("convolve: as the sum itself, whatever the blocks", () => {
  const { samples } = signal("voice", 8000, 6000);
  for (const taps of [1, 2, 100, 700]) {
    const filter = Float64Array.from({ length: taps }, (_, i) => Math.cos(i * i) / (1 + i));
    for (const length of [1, 50, 2047, 2048, 6000]) {
      const found = convolve(samples.subarray(0, length), filter);
      assert.equal(found.length, length);
      for (let n = 0; n < length; n += 13) {
        let sum = 0;
        for (let k = 0; k <= n && k < taps; k++) sum += samples[n - k]! * filter[k]!;
        assert.ok(Math.abs(found[n]! - sum) < 1e-10);
      }
    }
  }
});

Deno.test("reverberate: as long and as loud, sound goes on after its end", () => {
  const sound: Waveform = whiteNoise({ seconds: 1, random: random(2) });
  sound.samples.fill(0, 8000);
  const heard = reverberate(sound, { rt60: 0.4, random: random(3) });
  assert.equal(heard.samples.length, 16_000);
  assert.ok(Math.abs(level(heard).rms - level(sound).rms) < 1e-6);
  const loudness = (from: number): number =>
    level({ samples: heard.samples.subarray(from, from + 800), sampleRate: 16_000 }).rms;
  const fallen = 20 * Math.log10(loudness(8200) / loudness(8200 + 3200)); // 0.2 s: 30 dB
  assert.ok(Math.abs(fallen - 30) < 3, `${fallen} dB`);
  assert.deepEqual(reverberate(sound, { rt60: 0.4, random: random(3) }), heard);
});

Deno.test("reverberate: silence stays silent, no sound is named", () => {
  const silence = { samples: new Float32Array(100), sampleRate: 8000 },
    room = { rt60: 0.3, random: random(1) };
  assert.deepEqual(reverberate(silence, room), silence);
  assert.throws(() => reverberate({ ...silence, samples: new Float32Array() }, room), /there are none/);
  assert.throws(() => reverberate({ ...silence, samples: Float32Array.of(NaN) }, room), /sample 0 is NaN/);
});
