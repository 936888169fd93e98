import assert from "node:assert/strict";
import { filterAugment } from "../../lib/audio/mod.ts";
import { random } from "../../lib/core/mod.ts";

const flat = (clips: number, frames: number, bins: number) => ({
  values: new Float32Array(clips * frames * bins).fill(-20),
  shape: [clips, frames, bins],
});

Deno.test("filterAugment: a filter for each clip, the same in all of its frames, within the gains", () => {
  const features = flat(2, 3, 16), filtered = filterAugment(features, { random: random(1), gain: [-4, 4] });
  const row = (clip: number, frame: number) =>
    filtered.values.slice((3 * clip + frame) * 16, (3 * clip + frame + 1) * 16);
  assert.deepEqual(row(0, 2), row(0, 0));
  assert.notDeepEqual(row(1, 0), row(0, 0));
  assert.ok(filtered.values.every((value) => value >= -24 && value <= -16));
  assert.ok(Math.max(...row(0, 0)) - Math.min(...row(0, 0)) > 1);
  assert.ok(features.values.every((value) => value === -20), "the features given are left as they are");
});

Deno.test("filterAugment: gains run straight between the edges of bands", () => {
  const one = filterAugment(flat(1, 1, 9), { random: random(5), bands: [1, 1] }).values;
  const steps = Array.from(one.subarray(1), (value, i) => value - one[i]!);
  for (const step of steps) assert.ok(Math.abs(step - steps[0]!) < 1e-5);
  assert.ok(Math.abs(steps[0]!) > 0.01);
  const bent = filterAugment(flat(1, 1, 33), { random: random(5), bands: [3, 3] }).values;
  const bends = Array.from(
    bent.subarray(2),
    (value, i) => Math.abs(value - 2 * bent[i + 1]! + bent[i]!) > 1e-4,
  );
  assert.equal(bends.filter(Boolean).length, 2);
});

Deno.test("filterAugment: the same source draws the same, and numbers that make no bands are refused", () => {
  const once = () => filterAugment(flat(1, 2, 16), { random: random(3) }).values;
  assert.deepEqual(once(), once());
  const refused = (bands: [number, number], gain: [number, number] = [0, 1]) => () =>
    filterAugment(flat(1, 2, 8), { random: random(0), bands, gain });
  assert.throws(refused([0, 2]), /bands as a whole number from 1: 0/);
  assert.throws(refused([2, 1.5]), /bands as a whole number from 1: 1.5/);
  assert.throws(refused([3, 2]), /Cannot filter 8 bins as 3 to 2 bands/);
  assert.throws(refused([1, 5]), /Cannot filter 8 bins as 1 to 5 bands/);
  assert.throws(refused([1, 2], [2, 1]), /gains in order: 2 to 1/);
  assert.throws(refused([1, 2], [NaN, 1]), RangeError);
});
