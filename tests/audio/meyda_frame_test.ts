import assert from "node:assert/strict";
import { meydaFrame, spectrogram } from "../../lib/audio/mod.ts";
import { signal } from "./_signals.ts";

/** Meyda's Hann window ends where it begins. */
const symmetric = (length: number) =>
  Float64Array.from({ length }, (_, i) => 0.5 - 0.5 * Math.cos(2 * Math.PI * i / (length - 1)));

Deno.test("meydaFrame: the magnitudes of its window, whatever length and rate came before", async () => {
  const answers = [];
  for (const [sampleRate, length] of [[16_000, 512], [8000, 256], [16_000, 512], [8000, 512]] as const) {
    const sound = signal("voice", sampleRate, length), theirs = await meydaFrame(sound);
    const plan = { frameLength: length, padding: "none", window: symmetric(length), power: 1 } as const;
    const ours = spectrogram(sound, plan).values;
    assert.equal(theirs.amplitudeSpectrum.length, length / 2);
    Array.from(theirs.amplitudeSpectrum).forEach((value, k) => assert.ok(Math.abs(value - ours[k]!) < 1e-4));
    answers.push(Array.from(theirs.mfcc));
  }
  assert.deepEqual(answers[0], answers[2]);
  const again = await meydaFrame(signal("voice", 8000, 512));
  assert.deepEqual(answers[3], Array.from(again.mfcc)); // the filters are those of its own rate
});

Deno.test("meydaFrame: the filters follow the rate", async () => {
  const { samples } = signal("voice", 16_000, 512);
  const [a, b] = [
    await meydaFrame({ samples, sampleRate: 16_000 }),
    await meydaFrame({ samples, sampleRate: 32_000 }),
  ];
  assert.notDeepEqual(Array.from(a.mfcc), Array.from(b.mfcc));
});

Deno.test("meydaFrame: frames that it can't transform", async () => {
  for (const length of [2, 300]) {
    const frame = { samples: new Float32Array(length).fill(0.1), sampleRate: 16_000 };
    await assert.rejects(meydaFrame(frame), /as a power of two of samples from 4/);
  }
});
