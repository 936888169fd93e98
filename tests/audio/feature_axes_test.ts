import assert from "node:assert/strict";
import {
  delta,
  hzToMel,
  meanOverTime,
  melFilterBank,
  melToHz,
  normalizeFeatures,
  rms,
  specAugment,
  stft,
  windowFunction,
} from "../../lib/audio/mod.ts";
import { random } from "../../lib/core/mod.ts";
import { signal } from "./_signals.ts";

Deno.test("features: one number a frame is no matrix of features", () => {
  const loudness = rms(signal("voice", 8000, 4000), { frameLength: 64 }), draw = random(1);
  const steps = [
    () => delta(loudness),
    () => normalizeFeatures(loudness),
    () => meanOverTime(loudness),
    () => specAugment(loudness, { random: draw }),
  ];
  for (const step of steps) {
    assert.throws(
      step,
      (error) => error instanceof TypeError && /\[\(clips,\) frames, features\]: \[251\]/.test(error.message),
    );
  }
});

Deno.test("windowFunction: of one sample it is 1, so that frames of one sample are what they were", () => {
  for (const name of ["hann", "hamming", "blackman", "rectangular"] as const) {
    assert.deepEqual(windowFunction(name, 1), Float64Array.of(1));
  }
  const sound = { samples: Float32Array.of(3, -2, 5), sampleRate: 8000 };
  const { values, shape } = stft(sound, { frameLength: 1, hopLength: 1 });
  assert.deepEqual([[...values].filter((_, i) => i % 2 === 0), shape], [[3, -2, 5], [3, 1, 2]]);
});

Deno.test("mel filters: a scale or a norm that there isn't is named, not taken for another", () => {
  const sizes = { sampleRate: 8000, fftLength: 64, melBands: 4 };
  assert.throws(() => melFilterBank({ ...sizes, norm: "l1" as "none" }), /RangeError|slaney or none: l1/);
  assert.throws(() => melFilterBank({ ...sizes, scale: "bark" as "htk" }), /slaney or htk: bark/);
  assert.throws(() => hzToMel(440, "bark" as "htk"), RangeError);
  assert.throws(() => melToHz(10, "bark" as "htk"), RangeError);
});
