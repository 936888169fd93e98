import assert from "node:assert/strict";
import { augmentSound, level, pinkNoise, whiteNoise } from "../../lib/audio/mod.ts";
import { random } from "../../lib/core/mod.ts";

const sampleRate = 8000;
const sound = {
  samples: Float32Array.from({ length: 8000 }, (_, i) => 0.5 * Math.sin(2 * Math.PI * 440 * i / sampleRate)),
  sampleRate,
};
const kinds = [whiteNoise, pinkNoise].map((noise) => noise({ seconds: 3, sampleRate, random: random(1) }));
const always = {
  speeds: [0.8, 1.2],
  room: { share: 1, rt60: [0.2, 0.4] },
  noise: { share: 1, kinds, snr: [0, 10] },
} as const;

Deno.test("augmentSound: without steps a copy, with steps as long, the same for the same seed", () => {
  const copy = augmentSound(sound, { random: random(1) });
  assert.deepEqual(copy, sound);
  assert.notEqual(copy.samples, sound.samples);
  const augmented = (seed: number) => augmentSound(sound, { ...always, random: random(seed) });
  assert.deepEqual(augmented(1), augmented(1));
  assert.notDeepEqual(augmented(1), augmented(2));
  for (const seed of [1, 2, 3, 4]) assert.equal(augmented(seed).samples.length, 8000);
});

Deno.test("augmentSound: a shorter sound begins anew where a faster one ends", () => {
  const fast = augmentSound(sound, { speeds: [1.25], random: random(1) }).samples; // 6400 samples, then again
  assert.deepEqual(fast.slice(6400), fast.slice(0, 1600));
});

Deno.test("augmentSound: noise is as loud as the ratio says, and a share of 0 leaves it away", () => {
  const plan = { noise: { share: 1, kinds, snr: [10, 10] as const } };
  const { samples } = augmentSound(sound, { ...plan, random: random(2) });
  const added = { samples: samples.map((value, i) => value - sound.samples[i]!), sampleRate };
  assert.ok(Math.abs(20 * Math.log10(level(sound).rms / level(added).rms) - 10) < 0.1);
  const nothing = { room: { ...always.room, share: 0 }, noise: { ...plan.noise, share: 0 } };
  assert.deepEqual(augmentSound(sound, { ...nothing, random: random(2) }), sound);
});

Deno.test("augmentSound: silence gets a speed and a room, but no noise", () => {
  const silent = augmentSound({ samples: new Float32Array(800), sampleRate }, {
    ...always,
    random: random(1),
  });
  assert.ok(silent.samples.every((value) => value === 0));
});
