import assert from "node:assert/strict";
import { adam, adamw, rmsprop, sgd } from "../../lib/training/mod.ts";
import { tf } from "./_engine.ts";

/** Some steps along a gradient of ones. */
function step(optimizer: ReturnType<typeof adam>, variable: tf.Variable, times = 1): number[] {
  for (let i = 0; i < times; i++) {
    const gradient = tf.ones(variable.shape);
    optimizer.apply([{ variable, gradient }]);
    gradient.dispose();
  }
  return [...variable.dataSync()];
}

function close(actual: number[], expected: number[]): void {
  actual.forEach((value, i) => assert.ok(Math.abs(value - expected[i]!) < 5e-6, `${actual} ${expected}`));
}

Deno.test("first steps, by hand", () => {
  const start = () => tf.variable(tf.tensor1d([1, 2]));
  close(step(sgd({ learningRate: 0.1 }), start()), [0.9, 1.9]);
  close(step(sgd({ learningRate: 0.1, momentum: 0.5 }), start(), 2), [1 - 0.1 - 0.15, 2 - 0.25]);
  close(step(sgd({ learningRate: 0.1, momentum: 0.5, nesterov: true }), start()), [1 - 0.15, 2 - 0.15]);
  close(step(adam({ learningRate: 0.1 }), start()), [0.9, 1.9]); // the first step is the rate itself
  close(step(rmsprop({ learningRate: 0.1 }), start()), [1 - 0.1 / Math.sqrt(0.1), 2 - 0.1 / Math.sqrt(0.1)]);
  close(step(adamw({ learningRate: 0.1, weightDecay: 0.5 }), start()), [1 - 0.05 - 0.1, 2 - 0.1 - 0.1]);
});

Deno.test("clipping, by hand", () => {
  const start = () => tf.variable(tf.tensor1d([1, 1, 1, 1])); // the gradient's norm is 2
  close(step(sgd({ learningRate: 1, clipNorm: 1 }), start()), [0.5, 0.5, 0.5, 0.5]);
  close(step(sgd({ learningRate: 1, clipNorm: 3 }), start()), [0, 0, 0, 0]);
  close(step(sgd({ learningRate: 1, clipValue: 0.25 }), start()), [0.75, 0.75, 0.75, 0.75]);
  close(step(sgd({ learningRate: 1, globalClipNorm: 0.5 }), start()), [0.75, 0.75, 0.75, 0.75]);
});

Deno.test("a state that is put back goes on as if nothing had happened", () => {
  const first = adam({ learningRate: 0.1 }), variable = tf.variable(tf.tensor1d([1, 2]));
  step(first, variable, 3);
  const { slots, iterations, ...others } = first.state();
  const rest = { ...others, iterations: iterations.dataSync()[0]! };
  const saved = slots.map(({ name, variable }) => ({
    name,
    shape: variable.shape,
    values: variable.dataSync() as Float32Array,
  }));
  assert.deepEqual([rest.name, rest.iterations, slots.map(({ name }) => name)], ["adam", 3, [
    "momentum",
    "velocity",
  ]]);
  const copy = tf.variable(variable.clone()), second = adam();
  second.build([copy]);
  second.setState({ ...rest, slots: saved });
  assert.equal(second.learningRate, 0.1);
  assert.deepEqual(step(second, copy, 2), step(first, variable, 2));
  assert.throws(() => adam().setState({ ...rest, slots: saved }), /0 slots: it has 2/);
  assert.throws(() => sgd().setState({ ...rest, slots: saved }), /it is adam's/);
});

Deno.test("optimizers leave no tensors behind", () => {
  const variable = tf.variable(tf.ones([3])), before = tf.memory().numTensors;
  for (
    const optimizer of [
      adam(),
      adamw(),
      rmsprop({ centered: true }),
      sgd({ momentum: 0.9, globalClipNorm: 1 }),
    ]
  ) {
    step(optimizer, variable, 3);
    optimizer.learningRate = 0.5;
    optimizer.dispose();
  }
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("bad input to optimizers", () => {
  for (const learningRate of [-1, NaN, Infinity]) assert.throws(() => adam({ learningRate }), RangeError);
  assert.throws(() => sgd({ momentum: 2 }), RangeError);
  assert.throws(() => sgd({ clipNorm: 0 }), RangeError);
  assert.throws(() => rmsprop({ clipNorm: 1, clipValue: 1 }), /clipNorm and clipValue/);
  const optimizer = adam();
  assert.throws(() => optimizer.learningRate = -1, RangeError);
  assert.equal(optimizer.learningRate, 0.001);
});
