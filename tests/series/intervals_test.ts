import assert from "node:assert/strict";
import { random } from "../../lib/core/mod.ts";
import {
  ensembleForecast,
  intervalCoverage,
  intervalFactor,
  intervalScore,
  predictionInterval,
} from "../../lib/series/mod.ts";

const forecast = { mean: Float32Array.of(0, 0, 0, 0), deviation: Float32Array.of(1, 1, 2, 2) };

Deno.test("ensembleForecast: mean and deviation, step by step", () => {
  const { mean, deviation } = ensembleForecast([[1, 5], [3, 5], [5, 5]]);
  assert.deepEqual([[...mean], [...deviation]], [[3, 5], [2, 0]]);
});

Deno.test("ensembleForecast: refuses one member, none, and members of different lengths", () => {
  assert.throws(() => ensembleForecast([[1, 2]]), TypeError);
  assert.throws(() => ensembleForecast([]), TypeError);
  assert.throws(() => ensembleForecast([[1, 2], [1]]), { name: "TypeError", message: /of 2, 1 steps/ });
});

Deno.test("predictionInterval: so many deviations to both sides, not below the lowest", () => {
  const interval = predictionInterval({ mean: Float32Array.of(5, 1), deviation: Float32Array.of(1, 2) }, {
    factor: 2,
    lowest: 0,
  });
  assert.deepEqual([[...interval.lower], [...interval.upper]], [[3, 0], [7, 5]]);
  assert.throws(() => predictionInterval(forecast, { factor: -1 }), RangeError);
});

Deno.test("intervalCoverage: the ends count as inside", () => {
  const interval = predictionInterval(forecast, { factor: 1 });
  assert.equal(intervalCoverage([1, 1.01, -2, 3], interval), 0.5);
  assert.throws(() => intervalCoverage([1], interval), TypeError);
  assert.throws(
    () => intervalCoverage([], { lower: new Float32Array(), upper: new Float32Array() }),
    TypeError,
  );
});

Deno.test("intervalFactor: the factor that holds the wanted share of the past", () => {
  const truth = [3, -1, 4, 8]; // 3, 1, 2 and 4 deviations off
  assert.equal(intervalFactor([{ truth, forecast }], { coverage: 0.5 }), 2);
  assert.equal(intervalFactor([{ truth, forecast }], { coverage: 0.75 }), 3);
  const factor = intervalFactor([{ truth, forecast }], { coverage: 0.75 });
  assert.equal(intervalCoverage(truth, predictionInterval(forecast, { factor })), 0.75);
});

Deno.test("intervalFactor: eleven of twenty are 55 %, whatever the last digit of their product", () => {
  const past = { mean: new Float32Array(20), deviation: new Float32Array(20).fill(1) };
  const truth = Array.from({ length: 20 }, (_, i) => i + 1);
  assert.equal(intervalFactor([{ truth, forecast: past }], { coverage: 0.55 }), 11);
});

Deno.test("intervalFactor: of normal errors it is the normal distribution's", () => {
  const { normal } = random(3), truth = Float64Array.from({ length: 20_000 }, () => 5 * normal());
  const judged = {
    truth,
    forecast: { mean: new Float32Array(20_000), deviation: new Float32Array(20_000).fill(5) },
  };
  assert.ok(Math.abs(intervalFactor([judged], { coverage: 0.8 }) - 1.2816) < 0.04);
});

Deno.test("intervalFactor: refuses shares outside of 0 to 1, no forecast, and members that all agree", () => {
  for (const coverage of [0, 1, NaN]) {
    assert.throws(() => intervalFactor([{ truth: [1, 1, 1, 1], forecast }], { coverage }), RangeError);
  }
  assert.throws(() => intervalFactor([], { coverage: 0.8 }), RangeError);
  const sure = { mean: Float32Array.of(0), deviation: Float32Array.of(0) };
  assert.throws(() => intervalFactor([{ truth: [1], forecast: sure }], { coverage: 0.8 }), RangeError);
});

Deno.test("intervalScore: width, and misses by their distance", () => {
  const interval = { lower: Float32Array.of(0, 0, 0), upper: Float32Array.of(2, 2, 2) };
  assert.equal(intervalScore([1, 5, -1], interval, { coverage: 0.5 }), (2 + (2 + 12) + (2 + 4)) / 3);
});

Deno.test("intervalScore: of normal errors the right width is best", () => {
  const { normal } = random(4), truth = Float64Array.from({ length: 5000 }, () => normal());
  const one = { mean: new Float32Array(5000), deviation: new Float32Array(5000).fill(1) };
  const score = (factor: number) =>
    intervalScore(truth, predictionInterval(one, { factor }), { coverage: 0.8 });
  assert.ok(score(1.2816) < score(1) && score(1.2816) < score(1.6));
});

Deno.test("intervalScore: refuses other lengths, nothing, and shares outside of 0 to 1", () => {
  const interval = { lower: Float32Array.of(0), upper: Float32Array.of(2) };
  const none = { lower: new Float32Array(), upper: new Float32Array() };
  assert.throws(() => intervalScore([1, 2], interval, { coverage: 0.8 }), TypeError);
  assert.throws(() => intervalScore([], none, { coverage: 0.8 }), TypeError);
  for (const coverage of [0, 1]) assert.throws(() => intervalScore([1], interval, { coverage }), RangeError);
});
