import { strict as assert } from "node:assert";
import { tf } from "../../lib/engine/mod.ts";
import { bidirectional, gru, lstm, simpleRNN } from "../../lib/layers/mod.ts";

await tf.setBackend("cpu");
const refuses = (act: () => unknown, type: typeof TypeError | typeof RangeError, message: RegExp): void =>
  assert.throws(act, (error: Error) => error instanceof type && message.test(error.message));

Deno.test("wrong ranks and features are refused", () => {
  refuses(
    () => lstm({ units: 2, name: "memory" }).apply(tf.zeros([2, 3])),
    TypeError,
    /Cannot run memory as \[batch, time, features\]: its input is \[2, 3\]/,
  );
  const layer = gru({ units: 2 });
  layer.apply(tf.zeros([1, 2, 3]));
  refuses(
    () => layer.apply(tf.zeros([1, 2, 4])),
    TypeError,
    /as \[batch, time, 3\]: its input is \[1, 2, 4\]/,
  );
  refuses(() => lstm({ units: 2 }).apply(tf.input({ shape: [null, null] })), TypeError, /features/);
});

Deno.test("a sequence of no step is refused", () =>
  refuses(
    () => lstm({ units: 2 }).apply(tf.zeros([2, 0, 3])),
    RangeError,
    /one step or more: its input is \[2, 0, 3\]/,
  ));

Deno.test("unknown activations, initialisers, regularisers and constraints are refused", () => {
  refuses(
    () => lstm({ units: 2, activation: "wavy" }),
    TypeError,
    /Cannot use activation as one of linear, .*: "wavy"/,
  );
  refuses(() => lstm({ units: 2, kernelInitializer: "wavy" }), TypeError, /initializer.*"Wavy"/);
  refuses(() => lstm({ units: 2, biasRegularizer: "wavy" }), TypeError, /biasRegularizer.*"Wavy"/);
  refuses(() => lstm({ units: 2, kernelConstraint: "wavy" }), TypeError, /kernelConstraint.*"Wavy"/);
});

Deno.test("units and rates out of range are refused", () => {
  for (const units of [0, -1, 2.5, NaN]) refuses(() => gru({ units }), RangeError, /whole number above zero/);
  for (const dropout of [-0.1, 1, NaN]) {
    refuses(() => gru({ units: 1, dropout }), RangeError, /dropout as a share in \[0, 1\)/);
  }
  refuses(() => gru({ units: 1, recurrentDropout: 2 }), RangeError, /recurrentDropout/);
});

Deno.test("weights of a wrong shape are refused", () => {
  const layer = simpleRNN({ units: 2 });
  layer.apply(tf.zeros([1, 2, 3]));
  assert.throws(() => layer.setWeights([tf.zeros([3, 2]), tf.zeros([2, 3]), tf.zeros([2])]), /2,2.*2,3/);
  assert.throws(() => layer.setWeights([tf.zeros([3, 2])]), /expecting 3 weights/);
});

Deno.test("states of a wrong number, batch or size are refused", () => {
  const x = tf.zeros([2, 3, 4]), layer = lstm({ units: 5 });
  refuses(() => layer.apply(x, { initialState: [tf.zeros([2, 5])] }), TypeError, /2 states: received 1/);
  refuses(
    () => layer.apply(x, { initialState: [tf.zeros([3, 5]), tf.zeros([3, 5])] }),
    TypeError,
    /as \[2, 5\]: the state is \[3, 5\]/,
  );
  refuses(
    () => gru({ units: 5 }).apply(x, { initialState: tf.zeros([2, 4]) }),
    TypeError,
    /as \[2, 5\]: the state is \[2, 4\]/,
  );
  refuses(
    () => bidirectional({ layer: gru({ units: 5 }) }).apply(x, { initialState: tf.zeros([2, 5]) }),
    TypeError,
    /as a layer with 1 state: received 0|2 states: received 1/,
  );
});

Deno.test("stateful layers need a batch size and keep to it", () => {
  refuses(
    () => lstm({ units: 2, stateful: true }).apply(tf.input({ shape: [3, 4] })),
    TypeError,
    /batchInputShape/,
  );
  const layer = lstm({ units: 2, stateful: true });
  layer.apply(tf.zeros([2, 3, 4]));
  refuses(() => layer.apply(tf.zeros([5, 3, 4])), TypeError, /as \[5, 2\]: the state is \[2, 2\]/);
  refuses(
    () => (layer as tf.RNN).resetStates([tf.zeros([1, 2]), tf.zeros([1, 2])]),
    TypeError,
    /the state is \[1, 2\]/,
  );
  refuses(() => lstm({ units: 2 }).resetStates(), TypeError, /it is not one/);
});

Deno.test("bidirectional takes recurrent layers and known merges", () => {
  refuses(() => bidirectional({ layer: tf.layers.dense({ units: 1 }) }), TypeError, /received Dense/);
  refuses(
    () => bidirectional({ layer: lstm({ units: 1 }), mergeMode: "max" as never }),
    TypeError,
    /concat, sum, mul, ave or null: "max"/,
  );
});

Deno.test("masks of a wrong shape are refused", () =>
  refuses(
    () => gru({ units: 1, name: "unit" }).apply(tf.zeros([2, 3, 1]), { mask: tf.ones([2, 4], "bool") }),
    TypeError,
    /Cannot mask unit as \[2, 3\]: the mask is \[2, 4\]/,
  ));
