import { strict as assert } from "node:assert";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import {
  bidirectional,
  dropout,
  embedding,
  gru,
  lstm,
  normalization,
  resizing,
} from "../../lib/layers/mod.ts";
import { tensor } from "./_golden.ts";

interface Reference {
  resizing: { height: number; width: number; interpolation: "bilinear" | "nearest"; values: number[] }[];
  normalization: { axis: number | number[] | null; weights: number[][]; values: number[] }[];
  masked: { numbers: number[][]; values: number[]; embeddingsGradient: number[] };
}
const reference: Reference = JSON.parse(
  Deno.readTextFileSync(new URL("../reference/layers/other_layers.json", import.meta.url)),
);
await useEngine();

function close(actual: tf.Tensor, expected: number[], within = 1e-5): void {
  const numbers = actual.dataSync();
  assert.equal(numbers.length, expected.length);
  numbers.forEach((value, i) =>
    assert.ok(Math.abs(value - expected[i]!) < within, `${i}: ${value}, not ${expected[i]}`)
  );
}

Deno.test("resizing: Keras's numbers", () => {
  for (const { values, ...options } of reference.resizing) {
    const layer = resizing(options);
    close(layer.apply(tensor([2, 5, 7, 2], 1)) as tf.Tensor, values);
    assert.deepEqual(layer.computeOutputShape([null, 5, 7, 2]), [null, options.height, options.width, 2]);
  }
  assert.deepEqual((resizing({ height: 2, width: 3 }).apply(tf.zeros([5, 7, 1])) as tf.Tensor).shape, [
    2,
    3,
    1,
  ]);
});

Deno.test("normalization: Keras's numbers from a tensor and from batches", () => {
  const data = tensor([6, 4, 3], 2), x = tensor([2, 4, 3], 3);
  for (const { axis, weights, values } of reference.normalization) {
    for (const lot of [data, tf.split(data, [1, 3, 2])]) {
      const layer = normalization({ axis });
      layer.adapt(lot);
      close(layer.apply(x) as tf.Tensor, values, 2e-5);
      assert.deepEqual(layer.getWeights().map(({ shape }) => shape), weights);
      const back = normalization({ axis, invert: true });
      back.adapt(lot);
      close(back.apply(layer.apply(x) as tf.Tensor) as tf.Tensor, [...x.dataSync()]);
    }
  }
});

Deno.test("normalization: three parameters that are not trained for one channel, and they are saved", () => {
  const layer = normalization({ inputShape: [3, 3, 1] });
  layer.adapt(tensor([2, 3, 3, 1], 1));
  const model = tf.sequential({ layers: [layer, tf.layers.flatten()] });
  model.build([null, 3, 3, 1]);
  assert.equal(layer.countParams(), 3);
  assert.equal(layer.trainableWeights.length, 0);
  assert.match(layer.weights[0]!.originalName, /normalization.*\/mean/);
});

Deno.test("normalization: known means and variances", () => {
  const layer = normalization({ mean: [1, 2], variance: [4, 9] });
  close(layer.apply(tf.tensor2d([[3, 5], [1, 2]])) as tf.Tensor, [1, 1, 0, 0]);
});

Deno.test("embedding: masks reach every layer as in Keras, gradients are summed by row", () => {
  const { numbers, values, embeddingsGradient } = reference.masked;
  const model = tf.sequential({
    layers: [
      embedding({ inputDim: 5, outputDim: 3, maskZero: true }),
      lstm({ units: 2, returnSequences: true }),
      bidirectional({ layer: gru({ units: 2 }) }),
    ],
  });
  const x = tf.tensor2d(numbers, [3, 4], "int32");
  model.predict(x);
  model.setWeights(model.getWeights().map(({ shape }, i) => tensor(shape, 10 + i)));
  close(model.predict(x) as tf.Tensor, values);
  const weights = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const { grads } = tf.variableGrads(() => {
    const y = model.apply(x, { training: true }) as tf.Tensor;
    return tf.sum(tf.mul(y, tensor(y.shape, 30)));
  }, weights);
  close(grads[weights[0]!.name]!, embeddingsGradient);
});

Deno.test("embedding: stock tfjs takes its configuration", () => {
  const layer = embedding({ inputDim: 7, outputDim: 2, maskZero: true, inputLength: 3, seed: 1 });
  const stock = tf.layers.embedding({ ...layer.getConfig(), name: "twin" } as never);
  const x = tf.tensor2d([[1, 6, 0]], [1, 3], "int32");
  layer.apply(x);
  stock.apply(x);
  stock.setWeights(layer.getWeights());
  close(layer.apply(x) as tf.Tensor, [...(stock.apply(x) as tf.Tensor).dataSync()], 1e-9);
});

Deno.test("dropout: the share, the scale, the noise shape, the seed", () => {
  const x = tf.ones([50, 40]),
    kept = dropout({ rate: 0.25, seed: 1 }).apply(x, { training: true }) as tf.Tensor;
  const numbers = kept.dataSync(), zeros = numbers.filter((value) => value === 0).length / numbers.length;
  assert.ok(Math.abs(zeros - 0.25) < 0.03, `${zeros}`);
  assert.ok(numbers.every((value) => value === 0 || Math.abs(value - 4 / 3) < 1e-6));
  close(dropout({ rate: 0.25, seed: 1 }).apply(x, { training: true }) as tf.Tensor, [...numbers], 1e-9);
  close(dropout({ rate: 0.25 }).apply(x) as tf.Tensor, new Array(2000).fill(1), 1e-9);
  const shared = dropout({ rate: 0.5, noiseShape: [null, 1], seed: 2 }).apply(x, {
    training: true,
  }) as tf.Tensor;
  for (const row of shared.arraySync() as number[][]) assert.equal(new Set(row).size, 1);
});

Deno.test("bad options are refused", () => {
  const refuses = (act: () => unknown, message: RegExp): void => assert.throws(act, message);
  refuses(() => resizing({ height: 0, width: 2 }), /Cannot resize as whole numbers above zero: 0 x 2/);
  refuses(
    () => resizing({ height: 1, width: 2, interpolation: "cubic" as never }),
    /bilinear or nearest: "cubic"/,
  );
  refuses(() => resizing({ height: 1, width: 2 }).apply(tf.zeros([2, 2])), /the input is \[2,2\]/);
  refuses(() => normalization({ mean: 1 }), /mean and variance together/);
  refuses(() => normalization({ mean: 1, variance: 1 }).adapt(tf.zeros([2, 2])), /it was given one/);
  refuses(() => normalization().adapt([]), /there is no batch/);
  refuses(() => normalization({ axis: 5 }).adapt(tf.zeros([2, 2])), /axis 5/);
  const layer = normalization();
  layer.adapt(tf.zeros([2, 2]));
  refuses(() => layer.apply(tf.zeros([2, 3])), /the shape is \[2,3\]/);
  refuses(() => dropout({ rate: 1 }), /share in \[0, 1\): 1/);
  refuses(() => embedding({ inputDim: 0, outputDim: 2 }), /above zero: \[0, 2\]/);
});
