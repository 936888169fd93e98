import assert from "node:assert/strict";
import { dctMatrix, melFilterBank, nativeAudio, plainAudio } from "../../lib/audio/mod.ts";
import { random } from "../../lib/core/mod.ts";
import { useEngine } from "../../lib/engine/mod.ts";

await useEngine({ backend: "tensorflow" });

const draw = random(3);
const sampleRate = 16_000;
/** Many of these filters lie between two bins of the transform, and all of their weights are zero. */
const narrow = melFilterBank({ sampleRate, fftLength: 64, melBands: 64, maxFrequency: 1000 });
const matrices = {
  "mel filters": melFilterBank({ sampleRate, fftLength: 256 }),
  "forty mel filters of 2,048 samples": melFilterBank({ sampleRate, fftLength: 2048, melBands: 40 }),
  "filters of which many have no weight": narrow,
  "filters without any weight": melFilterBank({
    ...{ sampleRate, fftLength: 64, melBands: 40 },
    ...{ minFrequency: 260, maxFrequency: 490 },
  }),
  "one filter": melFilterBank({ sampleRate, fftLength: 512, melBands: 1 }),
  "a cosine transform": dctMatrix(128, 20),
};

Deno.test("some of the narrow filters have no weight", () => {
  const isEmpty = Array.from(
    { length: 64 },
    (_, c) => narrow.values.every((w, i) => i % 64 !== c || w === 0),
  );
  assert.ok(isEmpty.includes(true) && isEmpty.includes(false));
});

for (const [name, matrix] of Object.entries(matrices)) {
  for (const rows of [1, 3, 4, 7, 130]) {
    Deno.test(`${name} of ${rows} rows are what the definition says, on both engines`, () => {
      const [inner, columns] = matrix.shape;
      const values = Float32Array.from({ length: rows * inner }, () => draw.normal());
      const wanted = Float64Array.from({ length: rows * columns }, (_, at) => {
        const row = Math.floor(at / columns), c = at % columns;
        let sum = 0;
        for (let k = 0; k < inner; k++) sum += values[row * inner + k]! * matrix.values[k * columns + c]!;
        return sum;
      });
      const largest = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      for (const engine of [plainAudio, nativeAudio()]) {
        const to = new Float32Array(rows * columns).fill(NaN);
        engine.product(values, matrix, to);
        const far = to.findIndex((value, at) => !(Math.abs(value - wanted[at]!) <= 2e-6 * largest));
        assert.equal(far, -1, `${engine.name}: number ${far}`);
      }
    });
  }
}
