import assert from "node:assert/strict";
import { delta, type DeltaOptions } from "../../lib/audio/mod.ts";

interface Golden extends Required<DeltaOptions> {
  frames: number;
  features: number[];
  values: number[];
}

const url = new URL("../reference/audio/delta.json", import.meta.url);
const kept = { sampleRate: 16_000, hopLength: 160 };

for (const golden of JSON.parse(Deno.readTextFileSync(url)) as Golden[]) {
  const { frames, width, order, mode, features } = golden;
  Deno.test(`delta: librosa's numbers of ${frames} frames, width ${width}, order ${order}, ${mode}`, () => {
    const two = { values: Float32Array.from([...features, ...features]), shape: [2, frames, 2], ...kept };
    const { values, shape } = delta(two, { width, order, mode });
    assert.deepEqual(shape, [2, frames, 2]);
    const largest = Math.max(...features.map(Math.abs));
    values.forEach((value, i) => {
      const wanted = golden.values[i % features.length]!;
      assert.ok(Math.abs(value - wanted) <= 1e-6 * largest, `${i}: ${value}, not ${wanted}`);
    });
  });
}

Deno.test("delta: too few frames are named, with what mends it", () => {
  const few = { values: new Float32Array(8), shape: [4, 2], ...kept };
  assert.throws(() => delta(few), /9 frames or more: there are 4; take a smaller width or the mode "edge"/);
  assert.equal(delta(few, { mode: "edge" }).values.length, 8);
  assert.throws(() => delta(few, { mode: "nearest" as "edge" }), /RangeError|nearest/);
});
