import assert from "node:assert/strict";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { summary, wordGRU, wordLSTM } from "../../lib/models/mod.ts";

await useEngine();

const gruSize = (v: number, e: number, h: number) => v * e + 3 * (e * h + h * h + 2 * h) + (h + 1) * v;
const lstmSize = (v: number, e: number, h: number) =>
  v * e + 4 * (e * h + h * h + h) + 4 * (2 * h * h + h) + (h + 1) * v;

Deno.test("the word model has the study's 58 million parameters", () => {
  const model = wordGRU(), { rows, parameters } = summary(model);
  assert.equal(parameters, 57_992_661);
  assert.equal(gruSize(42_197, 256, 1024), 57_992_661);
  assert.deepEqual(rows.map((row) => row.parameters), [10_802_432, 3_938_304, 43_251_925]);
  model.dispose();
});

Deno.test("the word model with two LSTM layers: sizes by the formula, probabilities at every step", () => {
  const options = { vocabularySize: 9, embedding: 4, units: 6, seed: 1 };
  const model = wordLSTM(options);
  assert.equal(summary(model).parameters, lstmSize(9, 4, 6));
  tf.tidy(() => {
    const probabilities = model.predict(tf.tensor2d([[1, 2, 3], [8, 0, 4]], [2, 3], "int32")) as tf.Tensor;
    assert.deepEqual(probabilities.shape, [2, 3, 9]);
    for (const sum of probabilities.sum(-1).dataSync()) assert.ok(Math.abs(sum - 1) < 1e-5);
  });
});

Deno.test("the word models: the same seed gives the same weights, another one others", () => {
  const sizes = { vocabularySize: 7, embedding: 3, units: 5 };
  for (const make of [wordGRU, wordLSTM]) {
    const numbers = (seed: number) =>
      make({ ...sizes, seed }).getWeights().flatMap((weight) => [...weight.dataSync()]);
    assert.deepEqual(numbers(1), numbers(1));
    assert.notDeepEqual(numbers(1), numbers(2));
  }
});

Deno.test("the word models: a size that is no whole number from 1 is a range error", () => {
  for (const make of [wordGRU, wordLSTM]) {
    assert.throws(() => make({ vocabularySize: 0 }), { name: "RangeError", message: /vocabularySize >= 1/ });
    assert.throws(() => make({ vocabularySize: 5, units: 1.5 }), RangeError);
    assert.throws(() => make({ vocabularySize: 5, embedding: -1 }), RangeError);
  }
});
