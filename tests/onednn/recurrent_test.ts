import { strict as assert } from "node:assert";
import {
  compiled,
  forceRecurrentPath,
  recurrentPath,
  recurrentPrecision,
  tf,
  useEngine,
} from "../../lib/engine/mod.ts";
import { oneDNNRecurrent } from "../../lib/engine/onednn/recurrent.ts";
import { gru, lstm, simpleRNN } from "../../lib/layers/mod.ts";
import { tensor } from "../layers/_golden.ts";

await useEngine();
const ignore = recurrentPath() !== "onednn";
if (ignore) console.log("oneDNN is not here: its tests are skipped");

const farthest = (a: tf.Tensor, b: tf.Tensor): number => tf.max(tf.abs(tf.sub(a, b))).dataSync()[0]!;

/** Output and gradients of a layer with fixed weights. */
function results(layer: tf.layers.Layer, x: tf.Tensor): tf.Tensor[] {
  layer.apply(x);
  const scale = 1 / Math.sqrt(x.shape[2]!);
  layer.setWeights(layer.getWeights().map(({ shape }, i) => tensor(shape, i + 1, scale)));
  const weights = layer.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const loss = (): tf.Scalar => {
    const y = layer.apply(x, { training: true }) as tf.Tensor;
    return tf.mean(tf.mul(y, tensor(y.shape, 9)));
  };
  return [layer.apply(x) as tf.Tensor, ...tf.engine().gradients(loss, [x, ...weights]).grads];
}

const makers = {
  lstm: (options: object) => lstm({ units: 33, ...options }),
  gru: (options: object) => gru({ units: 33, ...options }),
  "gru, reset before": (options: object) => gru({ units: 33, resetAfter: false, ...options }),
  simpleRNN: (options: object) => simpleRNN({ units: 33, ...options }),
  "simpleRNN, relu": (options: object) => simpleRNN({ units: 33, activation: "relu", ...options }),
};

for (const [name, make] of Object.entries(makers)) {
  Deno.test({ name: `oneDNN and the portable loop agree: ${name}`, ignore }, () => {
    for (
      const options of [{ returnSequences: true }, { goBackwards: true }, {
        useBias: false,
        returnSequences: true,
      }]
    ) {
      const x = tensor([7, 19, 11], 3), native = results(make(options), x);
      forceRecurrentPath("portable");
      const portable = results(make(options), x);
      forceRecurrentPath();
      native.forEach((value, i) =>
        assert.ok(farthest(value, portable[i]!) < 2e-6, `${JSON.stringify(options)} ${i}`)
      );
    }
  });
}

Deno.test({ name: "a recorded step outlives its primitives: they are made again", ignore }, () => {
  const layer = gru({ units: 3 }), x = tensor([2, 6, 4], 1);
  const expected = layer.apply(x) as tf.Tensor;
  const step = compiled((x) => [tf.clone(layer.apply(x, { training: true }) as tf.Tensor)]);
  for (let i = 0; i < 3; i++) tf.dispose(step(x));
  assert.match(step.state, /replayed/);
  for (let steps = 7; steps < 7 + 40; steps++) tf.dispose(layer.apply(tensor([2, steps, 4], 1)) as tf.Tensor); // more than are kept
  assert.ok(farthest(step(x)[0]!, expected) < 1e-6);
  step.dispose();
});

Deno.test({ name: "changed weights count at once, also after an update in place", ignore }, () => {
  const layer = lstm({ units: 3 }), x = tensor([2, 6, 4], 1);
  layer.apply(x);
  const before = layer.apply(x) as tf.Tensor;
  layer.setWeights(layer.getWeights().map((weight) => tf.mul(weight, 2)));
  assert.ok(farthest(layer.apply(x) as tf.Tensor, before) > 1e-3);
});

Deno.test({ name: "the last state of each way, and gradients through it", ignore }, () => {
  const kernel = tensor([2, 4], 1), recurrentKernel = tensor([1, 4], 2), x = tensor([1, 5, 2], 3);
  const run = (reversed: boolean, x: tf.Tensor) =>
    oneDNNRecurrent({ x, kernel, recurrentKernel }, { kind: "lstm", states: true, reversed });
  const ahead = run(false, x), back = run(true, tf.reverse(x, 1));
  assert.ok(farthest(ahead.after[1]!, back.after[1]!) < 1e-6);
  assert.ok(farthest(ahead.y!, tf.reverse(back.y!, 1)) < 1e-6);
  const gradient = tf.grad((x) => run(false, x).after[1]!)(x),
    turned = tf.grad((x) => run(true, x).after[1]!)(x);
  assert.equal(gradient.shape[1], 5);
  assert.ok(farthest(gradient, turned) > 1e-4);
});

Deno.test({ name: "no tensor is left behind", ignore }, () => {
  const layer = lstm({ units: 3, returnSequences: true, returnState: true }), x = tensor([2, 6, 4], 1);
  layer.apply(x);
  const weights = layer.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const before = tf.memory().numTensors;
  tf.tidy(() => {
    tf.variableGrads(() => tf.sum((layer.apply(x) as tf.Tensor[])[0]!), weights);
    return undefined as unknown as tf.Tensor;
  });
  assert.equal(tf.memory().numTensors, before);
});

Deno.test(
  { name: "bfloat16: close to float32 where the processor has it, float32 where not", ignore },
  () => {
    const make = { lstm: makers.lstm, gru: makers.gru };
    for (const [name, layer] of Object.entries(make)) {
      const x = tensor([7, 19, 11], 3), exact = results(layer({ returnSequences: true }), x);
      const precision = recurrentPrecision("bf16");
      try {
        const [y, ...gradients] = results(layer({ returnSequences: true }), x);
        const off = farthest(y!, exact[0]!);
        if (precision === "f32") assert.equal(off, 0);
        else assert.ok(off > 0 && off < 0.02, `${name}: ${off}`);
        gradients.forEach((gradient, i) => {
          const largest = tf.max(tf.abs(exact[i + 1]!)).dataSync()[0]!;
          assert.ok(farthest(gradient, exact[i + 1]!) < 0.05 * largest, `${name}: gradient ${i}`);
        });
      } finally {
        assert.equal(recurrentPrecision("f32"), "f32");
      }
    }
  },
);
