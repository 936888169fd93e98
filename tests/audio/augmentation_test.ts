import assert from "node:assert/strict";
import {
  changeSpeed,
  nativeAudio,
  plainAudio,
  specAugment,
  type SpecAugmentOptions,
} from "../../lib/audio/mod.ts";
import { random } from "../../lib/core/mod.ts";
import { useEngine } from "../../lib/engine/mod.ts";

const frames = 100, bins = 40;
const ramp = {
  values: Float32Array.from({ length: 2 * frames * bins }, (_, i) => i),
  shape: [2, frames, bins],
};
const clip = (values: Float32Array, index: number): Float32Array =>
  values.subarray(index * frames * bins, (index + 1) * frames * bins);

/** Places in a clip whose number was changed. */
function masked(options: Partial<SpecAugmentOptions>, index = 0, seed = 1): Set<number> {
  const { values } = specAugment(ramp, { random: random(seed), ...options });
  return new Set(
    [...clip(values, index).keys()].filter((i) => clip(values, index)[i] !== clip(ramp.values, index)[i]),
  );
}

Deno.test("specAugment: a mask of frequency is a band of all frames", () => {
  const widths = Array.from({ length: 40 }, (_, seed) => {
    const places = [...masked({ timeMasks: 0, frequencyMasks: 1, mostBins: 8 }, 0, seed)];
    const columns = [...new Set(places.map((i) => i % bins))].sort((a, b) => a - b);
    columns.forEach((column, i) => assert.equal(column, columns[0]! + i));
    assert.ok(places.length >= columns.length * (frames - 1)); // one number may be the mean already
    return columns.length;
  });
  assert.deepEqual([Math.min(...widths), Math.max(...widths)], [0, 8]);
});

Deno.test("specAugment: a mask of time is a stretch of whole frames, at most a fifth of them", () => {
  const widths = Array.from({ length: 80 }, (_, seed) => {
    const rows = [
      ...new Set([...masked({ frequencyMasks: 0, timeMasks: 1 }, 0, seed)].map((i) => Math.floor(i / bins))),
    ];
    rows.forEach((row, i) => assert.equal(row, rows[0]! + i));
    return rows.length;
  });
  assert.equal(Math.max(...widths), frames / 5);
  const narrow = masked({ frequencyMasks: 0, timeMasks: 1, mostFrames: 1 }, 0, 3).size;
  assert.ok(narrow <= bins);
});

Deno.test("specAugment: masked numbers are the clip's mean; each clip and each seed has its own masks", () => {
  const mean = (frames * bins - 1) / 2, { values } = specAugment(ramp, { random: random(1) });
  for (const index of [0, 1]) {
    const own = mean + index * frames * bins;
    for (const i of masked({}, index)) assert.ok(Math.abs(clip(values, index)[i]! - own) < 1e-2);
  }
  assert.notDeepEqual(masked({}, 0), masked({}, 1));
  assert.deepEqual(masked({}, 0, 5), masked({}, 0, 5));
  assert.notDeepEqual(masked({}, 0, 5), masked({}, 0, 6));
  assert.equal(ramp.values[5], 5); // what is given stays
});

Deno.test("specAugment: what is no number of masks or places is named", () => {
  const of = (options: Partial<SpecAugmentOptions>) => () => masked(options);
  for (const options of [{ mostBins: 0 }, { mostFrames: 1.5 }, { timeMasks: -1 }, { frequencyMasks: 0.5 }]) {
    assert.throws(of(options), RangeError);
  }
  const few = { values: new Float32Array(3), shape: [1, 3] }; // shorter than a mask
  assert.equal(specAugment(few, { random: random(0) }).values.length, 3);
});

Deno.test("changeSpeed: a tone is as much higher and shorter", async () => {
  await useEngine({ backend: "tensorflow" });
  const rate = 16_000,
    samples = Float32Array.from({ length: rate }, (_, i) => Math.sin(2 * Math.PI * 400 * i / rate));
  for (const engine of [plainAudio, nativeAudio()]) {
    for (const speed of [0.9, 1.1, 1.333, 2]) {
      const fast = changeSpeed({ samples, sampleRate: rate }, speed, { engine });
      assert.equal(fast.sampleRate, rate);
      assert.equal(fast.samples.length, Math.ceil(rate / speed));
      for (let i = 2000; i < 5000; i++) {
        const ideal = Math.sin(2 * Math.PI * 400 * speed * i / rate);
        assert.ok(Math.abs(fast.samples[i]! - ideal) < 1e-4, `sample ${i} at ${speed}`);
      }
    }
  }
});

Deno.test("changeSpeed: the speed of 1 costs nothing, others than 0.1 to 10 are named", () => {
  const sound = { samples: Float32Array.of(1, 0, -1), sampleRate: 8000 };
  assert.equal(changeSpeed(sound, 1), sound);
  for (const speed of [0, 11, NaN]) assert.throws(() => changeSpeed(sound, speed), /0.1 to 10/);
  assert.throws(() => changeSpeed({ ...sound, samples: Float32Array.of(NaN) }, 2), RangeError);
});
