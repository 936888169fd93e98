import assert from "node:assert/strict";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { dropout } from "../../lib/layers/mod.ts";
import { predictSamples } from "../../lib/training/mod.ts";

await useEngine();

/** The sum of four inputs, each dropped half of the time. */
function model(rate: number): tf.LayersModel {
  const sum = tf.layers.dense({ units: 1, useBias: false, kernelInitializer: "ones" });
  return tf.sequential({ layers: [dropout({ rate, inputShape: [4], seed: 1 }), sum] });
}

Deno.test("predictSamples: dropout is on, and no two answers need be alike", async () => {
  const asked = model(0.5), x = tf.ones([3, 4]), before = tf.memory().numTensors;
  const answers = await predictSamples(asked, x, { samples: 200 });
  assert.deepEqual(answers.shape, [200, 3, 1]);
  const values = [...answers.dataSync()];
  assert.deepEqual([...new Set(values)].toSorted((a, b) => a - b), [0, 2, 4, 6, 8]);
  assert.ok(Math.abs(values.reduce((sum, value) => sum + value) / values.length - 4) < 0.4);
  answers.dispose();
  assert.ok(tf.memory().numTensors <= before + 1, "no more than the layer's own seed stays");
});

Deno.test("predictSamples: the same seed gives the same answers, also where stock tfjs's dropout has a seed of its own", async () => {
  const stock = tf.layers.dropout({ rate: 0.5, inputShape: [64], seed: 1 });
  for (const layer of [stock, dropout({ rate: 0.5, inputShape: [64], seed: 1 })]) {
    const asked = tf.sequential({ layers: [layer] });
    const answer = async (seed?: number) =>
      (await predictSamples(asked, tf.ones([1, 64]), { samples: 2, seed })).arraySync() as number[][][];
    const [first, second] = await answer(7);
    assert.notDeepEqual(first, second);
    assert.deepEqual(await answer(7), [first, second]);
    assert.notDeepEqual(await answer(8), [first, second]);
    const usual = asked.predict(tf.ones([1, 64])) as tf.Tensor;
    assert.deepEqual([...usual.dataSync()], new Array(64).fill(1), "the model predicts as before");
  }
});

Deno.test("predictSamples: without dropout all answers are the same", async () => {
  const answers = await predictSamples(model(0), tf.ones([2, 4]), { samples: 3 });
  assert.deepEqual([...answers.dataSync()], [4, 4, 4, 4, 4, 4]);
});

Deno.test("predictSamples: refuses no sample, and leaves nothing behind where the input doesn't fit", async () => {
  const asked = model(0.5);
  for (const samples of [0, 1.5]) {
    await assert.rejects(predictSamples(asked, tf.ones([1, 4]), { samples }), RangeError);
  }
  const x = tf.ones([1, 5]), before = tf.memory().numTensors;
  await assert.rejects(predictSamples(asked, x, { samples: 2 }));
  assert.ok(tf.memory().numTensors <= before + 1);
});
