import assert from "node:assert/strict";
import { nativeAudio, type PadMode, spectrogram, stft } from "../../lib/audio/mod.ts";
import { useEngine } from "../../lib/engine/mod.ts";
import { signal } from "./_signals.ts";

await useEngine({ backend: "tensorflow" });

const engine = nativeAudio();
const noise = signal("noise", 8000, 3000);
const clips = Array.from({ length: 60 }, (_, clip) => ({
  ...noise,
  samples: noise.samples.map((value, at) => value * Math.cos(at * clip)),
}));

/** Rows of several clips, more than are transformed at a time: 60 clips of 51 or 55 frames, where 512 or 1,024 make a block. */
const cases: [frameLength: number, hopLength: number, padMode: PadMode, fftLength?: number][] = [
  [256, 55, "constant"],
  [512, 55, "reflect"],
  [200, 60, "edge", 512],
];

/** The largest difference between two arrays' numbers. */
function furthest(a: Float32Array, b: Float32Array): number {
  assert.equal(a.length, b.length);
  return a.reduce((most, value, at) => Math.max(most, Math.abs(value - b[at]!)), 0);
}

for (const [frameLength, hopLength, padMode, fftLength] of cases) {
  Deno.test(`clips' frames of ${frameLength} are the same on both engines where a block ends within a clip`, () => {
    const options = { frameLength, hopLength, padMode, fftLength };
    const plain = stft(clips, options), native = stft(clips, { ...options, engine });
    assert.deepEqual(native.shape, plain.shape);
    const most = plain.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    assert.ok(furthest(native.values, plain.values) < 1e-6 * most);
    const powers = spectrogram(clips, { ...options, engine }).values;
    const wanted = powers.map((_, at) => native.values[2 * at]! ** 2 + native.values[2 * at + 1]! ** 2);
    assert.ok(furthest(powers, wanted) < 1e-6 * most * most);
  });
}
