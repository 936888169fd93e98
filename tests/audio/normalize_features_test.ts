import assert from "node:assert/strict";
import { normalizeFeatures } from "../../lib/audio/mod.ts";
import { random } from "../../lib/core/mod.ts";

const draw = random(5), shape = [2, 40, 3];
const values = Float32Array.from({ length: 240 }, (_, i) => 10 * draw.normal() + (i < 120 ? 5 : -60));

Deno.test("normalizeFeatures: each clip has mean 0 and variance 1; its level and range are gone, its shape stays", () => {
  const { values: got } = normalizeFeatures({ values, shape });
  for (const clip of [got.subarray(0, 120), got.subarray(120)]) {
    assert.ok(Math.abs(clip.reduce((sum, value) => sum + value, 0)) < 1e-4);
    assert.ok(Math.abs(clip.reduce((sum, value) => sum + value * value, 0) / 120 - 1) < 1e-5);
  }
  const other = normalizeFeatures({ values: values.map((value) => 3 * value - 20), shape }).values;
  other.forEach((value, i) => assert.ok(Math.abs(value - got[i]!) < 1e-4));
  assert.ok((got[1]! > got[0]!) === (values[1]! > values[0]!));
});

Deno.test("normalizeFeatures: a clip of its own is treated as in a batch, what doesn't change becomes zeros", () => {
  const alone = normalizeFeatures({ values: values.slice(0, 120), shape: [40, 3] }).values;
  assert.deepEqual(alone, normalizeFeatures({ values, shape }).values.slice(0, 120));
  const still = normalizeFeatures({ values: new Float32Array(12).fill(-80), shape: [4, 3] });
  assert.ok(still.values.every((value) => value === 0));
});
