import assert from "node:assert/strict";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { gru, lstm, lstmGates } from "../../lib/layers/mod.ts";

await useEngine();

Deno.test("lstmGates: the outputs are the layer's own", () => {
  const layer = lstm({ units: 4, returnSequences: true, seed: 3 });
  const x = tf.randomNormal([1, 6, 3], 0, 1, "float32", 5);
  const outputs = (layer.apply(x) as tf.Tensor3D).arraySync()[0]!;
  lstmGates(layer, x).hidden.forEach((row, t) =>
    row.forEach((value, unit) => assert.ok(Math.abs(value - outputs[t]![unit]!) < 1e-5))
  );
});

Deno.test("lstmGates: c' = f c + i g and h' = o tanh(c'), with constant weights by hand", () => {
  const layer = lstm({ units: 1 });
  const x = tf.tensor3d([1, 2], [1, 2, 1]);
  layer.apply(x);
  layer.setWeights([tf.tensor2d([[1, 0, 2, 0]]), tf.zeros([1, 4]), tf.tensor1d([0, 10, 0, 10])]);
  const gates = lstmGates(layer, x), sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
  const near = (value: number, wanted: number) => assert.ok(Math.abs(value - wanted) < 1e-5);
  near(gates.input[0]![0]!, sigmoid(1));
  near(gates.forget[1]![0]!, sigmoid(10));
  near(gates.candidate[1]![0]!, Math.tanh(4));
  near(gates.cell[0]![0]!, sigmoid(1) * Math.tanh(2));
  const cell = sigmoid(10) * sigmoid(1) * Math.tanh(2) + sigmoid(2) * Math.tanh(4);
  near(gates.cell[1]![0]!, cell);
  near(gates.hidden[1]![0]!, gates.output[1]![0]! * Math.tanh(cell));
});

Deno.test("lstmGates: works without a bias and leaves no tensor behind", () => {
  const layer = lstm({ units: 2, useBias: false }), x = tf.ones([1, 3, 2]);
  tf.dispose(layer.apply(x) as tf.Tensor);
  const before = tf.memory().numTensors;
  assert.equal(lstmGates(layer, x).cell.length, 3);
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("lstmGates: another layer, an unbuilt one, or several sequences are type errors", () => {
  const layer = lstm({ units: 2 }), x = tf.ones([1, 3, 2]);
  assert.throws(() => lstmGates(layer, x), /Cannot look at gates as those of a built LSTM: received LSTM/);
  assert.throws(() => lstmGates(gru({ units: 2 }), x), TypeError);
  layer.apply(x);
  assert.throws(() => lstmGates(layer, tf.ones([2, 3, 2])), /Cannot use x as \[1, time, 2\]/);
});
