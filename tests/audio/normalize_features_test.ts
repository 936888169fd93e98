import assert from "node:assert/strict";
import { normalizeFeatures } from "../../lib/audio/mod.ts";
import { random } from "../../lib/core/mod.ts";

const draw = random(5), shape = [2, 40, 3];
const values = Float32Array.from(
  { length: 240 },
  (_, i) => 10 * draw.normal() + [5, -20, 60][i % 3]! + (i < 120 ? 0 : 7),
);

Deno.test("normalizeFeatures: each bin has mean 0 over time, each clip variance 1; shifts and scales of a clip are gone", () => {
  const { values: got } = normalizeFeatures({ values, shape });
  for (const clip of [got.subarray(0, 120), got.subarray(120)]) {
    for (const bin of [0, 1, 2]) {
      const own = clip.filter((_, i) => i % 3 === bin);
      assert.ok(Math.abs(own.reduce((sum, value) => sum + value, 0)) < 1e-4);
    }
    assert.ok(Math.abs(clip.reduce((sum, value) => sum + value * value, 0) / 120 - 1) < 1e-5);
  }
  const other = normalizeFeatures({ values: values.map((value, i) => 3 * value + i % 3), shape }).values;
  other.forEach((value, i) => assert.ok(Math.abs(value - got[i]!) < 1e-4));
});

Deno.test("normalizeFeatures: a clip of its own is treated as in a batch, what doesn't change becomes zeros", () => {
  const [first] = [normalizeFeatures({ values: values.slice(0, 120), shape: [40, 3] }).values];
  assert.deepEqual(first, normalizeFeatures({ values, shape }).values.slice(0, 120));
  const still = normalizeFeatures({ values: new Float32Array(12).fill(-80), shape: [4, 3] });
  assert.ok(still.values.every((value) => value === 0));
});
