import assert from "node:assert/strict";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { loadKeras, summary } from "../../lib/models/mod.ts";
import { descriptions, fixture } from "./_keras.ts";

await useEngine(Deno.env.get("CPU") ? { backend: "cpu" } : {});

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);

Deno.test("a branching model's summary: shared layers once, models within as one row, Keras's totals", async () => {
  const model = await loadKeras(fixture("branches")), { rows, parameters, trainable } = summary(model);
  assert.equal(parameters, descriptions.branches!.parameters);
  assert.equal(sum(rows.map((row) => row.parameters)), parameters);
  assert.equal(trainable, parameters - 18); // the batch normalisation's moving means and variances of 9
  const inner = rows.find(({ name }) => name === "inner")!,
    outer = rows.find(({ name }) => name === "outer")!;
  assert.deepEqual([inner.kind, inner.parameters, inner.shape], ["Sequential", 42, [null, 6]]);
  assert.deepEqual([outer.parameters, outer.shape], [84, [null, 6]]);
  assert.equal(rows.filter(({ kind }) => kind === "InputLayer").length, 0);
});

Deno.test("frozen layers, also within a model, are not trainable", async () => {
  const model = await loadKeras(fixture("branches")), before = summary(model);
  model.getLayer("inner").trainable = false;
  const after = summary(model);
  assert.deepEqual([after.parameters, after.trainable], [before.parameters, before.trainable - 42]);
});

Deno.test("a layer with several outputs has its first one's shape", async () => {
  const { rows } = summary(await loadKeras(fixture("states")));
  const reader = rows.find(({ kind }) => kind === "LSTM")!;
  assert.deepEqual(reader.shape, [null, 3]);
  assert.ok(rows.every(({ shape }) => shape.every((size) => size === null || typeof size === "number")));
});

Deno.test("a model in a model in a row", () => {
  const inner = tf.sequential({ layers: [tf.layers.dense({ units: 4, inputShape: [3] })] });
  const outer = tf.sequential({ layers: [inner, tf.layers.dense({ units: 2 })] });
  const { rows, parameters } = summary(outer);
  assert.deepEqual(rows.map((row) => row.parameters), [16, 10]);
  assert.equal(parameters, 26);
});
