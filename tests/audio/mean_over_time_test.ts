import assert from "node:assert/strict";
import { meanOverTime } from "../../lib/audio/mod.ts";

Deno.test("meanOverTime: each feature's mean in each clip; one clip is a batch of one", () => {
  const values = Float32Array.of(1, 10, 3, 20, 5, 60, -1, 0, -2, 0, -3, 3);
  const batch = meanOverTime({ values, shape: [2, 3, 2] });
  assert.deepEqual(batch, { values: Float32Array.of(3, 30, -2, 1), shape: [2, 2] });
  assert.deepEqual(meanOverTime({ values: values.slice(0, 6), shape: [3, 2] }).shape, [1, 2]);
});
