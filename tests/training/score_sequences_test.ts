import assert from "node:assert/strict";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { scoreSequences } from "../../lib/training/mod.ts";

await useEngine();

const dense = (units: number, activation: "sigmoid" | "softmax") =>
  tf.sequential({ layers: [tf.layers.dense({ units, activation, inputShape: [null, 2] })] });

Deno.test("scoreSequences: the probability of yes at each step of each sequence", async () => {
  const model = dense(1, "sigmoid"), sequences = [Float32Array.of(1, 0, 0, 2, 0, 0), Float32Array.of(3, 3)];
  model.setWeights([tf.tensor2d([1, -1], [2, 1]), tf.tensor1d([0.5])]);
  const before = tf.memory().numTensors, sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
  const [first, second] = await scoreSequences(model, sequences, { stepSize: 2 });
  [1.5, -1.5, 0.5].forEach((z, t) => assert.ok(Math.abs(first![t]! - sigmoid(z)) < 1e-6));
  assert.deepEqual([second!.length, tf.memory().numTensors], [1, before]);
  const both = dense(2, "softmax");
  both.setWeights([tf.tensor2d([0, 1, 0, -1], [2, 2]), tf.tensor1d([0, 0.5])]);
  const [same] = await scoreSequences(both, sequences);
  same!.forEach((score, t) => assert.ok(Math.abs(score - first![t]!) < 1e-6));
});

Deno.test("scoreSequences: windows that reach behind their step", async () => {
  const pool = tf.layers.averagePooling1d({ poolSize: 3, strides: 2, inputShape: [null, 1] });
  const model = tf.sequential({ layers: [pool] });
  const [scores] = await scoreSequences(model, [Float32Array.of(0, 1, 2, 3, 4)], {
    stepSize: 2,
    overlap: 1,
    features: 1,
  });
  assert.deepEqual([...scores!], [1, 3]);
});

Deno.test("scoreSequences: models and sequences that do not fit", async () => {
  const odd = [new Float32Array(3)], layout = { stepSize: 2 };
  await assert.rejects(scoreSequences(dense(3, "softmax"), [], layout), /1 or 2 outputs: it has 3/);
  await assert.rejects(
    scoreSequences(dense(1, "sigmoid"), odd, layout),
    /sequence 0 as whole steps of 2.*has 3/,
  );
  await assert.rejects(scoreSequences(dense(1, "sigmoid"), odd, { stepSize: 3 }), Error);
  const before = tf.memory().numTensors, twice = { stepSize: 4, features: 2 }; // two answers at a step
  await assert.rejects(
    scoreSequences(dense(1, "sigmoid"), [new Float32Array(8)], twice),
    /answers to a sequence as \[1, 2, 1\]: its shape is \[1, 4, 1\]/,
  );
  assert.equal(tf.memory().numTensors, before + 2); // the model's weights
});
