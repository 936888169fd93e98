import { strict as assert } from "node:assert";
import { tf } from "../../lib/engine/mod.ts";
import {
  gruCell,
  gruResetBeforeCell,
  lstmCell,
  peepholeLSTMCell,
  simpleRNNCell,
} from "../../lib/layers/mod.ts";
import { getActivation } from "../../lib/layers/activations.ts";
import type { MakeCell } from "../../lib/layers/_cell.ts";
import { recurrence } from "../../lib/layers/_recurrence.ts";
import { tensor } from "./_golden.ts";

await tf.setBackend("cpu");
const batch = 2, steps = 3, units = 3;

interface Example {
  makeCell: MakeCell;
  gates: number;
  states: number;
  weights: number[][];
}
const cells: Record<string, Example> = {
  lstmCell: { makeCell: lstmCell, gates: 4, states: 2, weights: [[units, 4 * units]] },
  peepholeLSTMCell: {
    makeCell: peepholeLSTMCell,
    gates: 4,
    states: 2,
    weights: [[units, 4 * units], [3, units]],
  },
  gruCell: { makeCell: gruCell, gates: 3, states: 1, weights: [[units, 3 * units], [3 * units]] },
  gruResetBeforeCell: { makeCell: gruResetBeforeCell, gates: 3, states: 1, weights: [[units, 3 * units]] },
  simpleRNNCell: { makeCell: simpleRNNCell, gates: 1, states: 1, weights: [[units, units]] },
};

/** Compares each partial derivative with a central difference. */
function checkGradient(loss: (inputs: tf.Tensor[]) => tf.Tensor, inputs: tf.Tensor[]): void {
  const step = 1e-2, value = (changed: tf.Tensor[]): number => loss(changed).dataSync()[0]!;
  const gradients = tf.grads((...all) => loss(all))(inputs);
  for (const [at, input] of inputs.entries()) {
    const numbers = input.dataSync(), gradient = gradients[at]!.dataSync();
    const moved = (i: number, by: number): number => {
      const changed = Float32Array.from(numbers);
      changed[i]! += by;
      return value(inputs.map((each, j) => j === at ? tf.tensor(changed, input.shape) : each));
    };
    for (let i = 0; i < numbers.length; i++) {
      const difference = (moved(i, step) - moved(i, -step)) / (2 * step);
      assert.ok(
        Math.abs(difference - gradient[i]!) < 2e-3 * Math.max(1, Math.abs(difference)),
        `input ${at}, element ${i}: ${gradient[i]} instead of ${difference}`,
      );
    }
  }
}

for (const [name, { makeCell, gates, states, weights }] of Object.entries(cells)) {
  for (const dropped of [false, true]) {
    Deno.test(`${name}: every partial derivative${dropped ? ", with recurrent dropout and a mask" : ""}`, () => {
      tf.tidy(() => {
        const x = tensor([batch, steps, gates * units], 1);
        const before = Array.from({ length: states }, (_, i) => tensor([batch, units], 2 + i));
        const all = [x, ...before, ...weights.map((shape, i) => tensor(shape, 5 + i))];
        const options = {
          activation: getActivation("tanh"),
          recurrentActivation: getActivation("sigmoid"),
          noise: dropped
            ? Array.from(
              { length: gates },
              (_, i) => tf.mul(2, tf.cast(tf.greater(tensor([batch, units], 20 + i), 0), "float32")),
            )
            : [],
          mask: dropped ? tf.tensor2d([[1, 0, 1], [1, 1, 0]], [batch, steps], "bool") : undefined,
          sequence: true,
          withCarry: states === 2,
        };
        const toward = tensor([batch, steps + (states === 2 ? 1 : 0), units], 9);
        checkGradient((inputs) => {
          const [x, ...rest] = inputs;
          const given = { x: x!, states: rest.slice(0, states), weights: rest.slice(states) };
          return tf.sum(tf.mul(recurrence(makeCell, given, options), toward));
        }, all);
      });
    });
  }
}

Deno.test("activations: slopes agree with central differences", () => {
  const names = [
    "linear",
    "sigmoid",
    "tanh",
    "relu",
    "relu6",
    "leakyRelu",
    "hardSigmoid",
    "softplus",
    "softsign",
  ];
  for (const name of [...names, "exponential", "elu", "selu"]) {
    const { apply, slope } = getActivation(name);
    const x = tf.tensor1d([-2.9, -1.3, -0.4, 0.3, 0.9, 2.6]), h = 1e-2;
    const difference = tf.div(tf.sub(apply(tf.add(x, h)), apply(tf.sub(x, h))), 2 * h).dataSync();
    const slopes = slope(apply(x)).dataSync();
    slopes.forEach((value, i) =>
      assert.ok(Math.abs(value - difference[i]!) < 5e-3, `${name} at ${i}: ${value}`)
    );
  }
});

Deno.test("an LSTM step by hand: all weights and biases zero halve the carry", () => {
  const options = {
    activation: getActivation("tanh"),
    recurrentActivation: getActivation("sigmoid"),
    noise: [],
  };
  const cell = lstmCell([tf.zeros([1, 4])], options);
  const { state: [h, c] } = cell.forward(tf.zeros([1, 4]), [tf.zeros([1, 1]), tf.tensor2d([[2]])]);
  assert.equal(c!.dataSync()[0], 1); // 0.5 * 2 + 0.5 * tanh(0)
  assert.ok(Math.abs(h!.dataSync()[0]! - 0.5 * Math.tanh(1)) < 1e-6);
});
