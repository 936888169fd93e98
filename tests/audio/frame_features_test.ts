import assert from "node:assert/strict";
import { frameFeatures, melSpectrogram, mfcc, powerToDb } from "../../lib/audio/mod.ts";
import { random } from "../../lib/core/mod.ts";

const options = { frameLength: 400, fftLength: 512, melBands: 24, minFrequency: 50, sampleRate: 16_000 };
const draw = random(3), samples = Float32Array.from({ length: 1600 }, () => 0.1 * draw.normal());

Deno.test("frameFeatures: each frame's features are those of all frames at once", () => {
  const plan = { ...options, hopLength: 160, padding: "none" as const };
  const mel = powerToDb(melSpectrogram({ samples, sampleRate: 16_000 }, plan), { topDb: Infinity });
  const cepstrum = mfcc(mel, { coefficients: 12 });
  const bands = frameFeatures(options), coefficients = frameFeatures({ ...options, coefficients: 12 });
  for (let t = 0; t < mel.shape[0]!; t++) {
    const frame = samples.subarray(t * 160, t * 160 + 400);
    bands(frame).forEach((value, m) => assert.ok(Math.abs(value - mel.values[t * 24 + m]!) < 1e-4));
    coefficients(frame).forEach((value, c) =>
      assert.ok(Math.abs(value - cepstrum.values[t * 12 + c]!) < 1e-4)
    );
  }
});

Deno.test("frameFeatures: silence is the floor, and each answer an array of its own", () => {
  const bands = frameFeatures(options), silent = bands(new Float32Array(400));
  bands(samples.subarray(0, 400));
  assert.ok(silent.every((value) => value === -100));
});

Deno.test("frameFeatures: frames and sizes that do not fit", () => {
  assert.throws(() => frameFeatures(options)(new Float32Array(399)), /as 400 samples: it has 399/);
  assert.throws(() => frameFeatures({ ...options, fftLength: 256 }), /as 256 samples: they are longer/);
  assert.throws(() => frameFeatures({ ...options, coefficients: 25 }), RangeError);
  assert.throws(() => frameFeatures({ ...options, melBands: 0 }), RangeError);
});
