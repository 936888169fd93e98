import assert from "node:assert/strict";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { logCompression, windowConv1d } from "../../lib/layers/mod.ts";

await useEngine();

const near = (a: number[], b: number[], tolerance = 1e-4) =>
  a.forEach((value, i) => assert.ok(Math.abs(value - b[i]!) < tolerance, `${i}: ${value}, not ${b[i]}`));

Deno.test("windowConv1d: by hand", () => {
  const layer = windowConv1d({ filters: 2, kernelSize: 2, windowLength: 3, hopLength: 2 });
  const x = tf.tensor3d([1, 2, 4, 8, 0, 9], [1, 6, 1]);
  layer.apply(x);
  layer.setWeights([tf.tensor3d([1, -1, 10, -2], [2, 1, 2]), tf.tensor1d([0, 100])]);
  // windows 1 2 4 and 4 8 0; filter 0 gives 21, 42 and 84, 8; filter 1 gives -5, -10 and -20, -8
  assert.deepEqual((layer.apply(x) as tf.Tensor).arraySync(), [[[42, 95], [84, 92]]]);
});

Deno.test("windowConv1d: what conv1d and maxPooling1d give, and their gradients", () => {
  const cases = [[5, 12, 4], [7, 22, 16], [4, 20, 1], [3, 9, 7], [1, 1, 3], [6, 13, 3]] as const;
  for (const [kernelSize, windowLength, hopLength] of cases) {
    const filters = 3, poolSize = windowLength - kernelSize + 1;
    const layer = windowConv1d({ filters, kernelSize, windowLength, hopLength, seed: 1 });
    const convolution = tf.layers.conv1d({ filters, kernelSize });
    const pooling = tf.layers.maxPooling1d({ poolSize, strides: hopLength });
    const x = tf.randomNormal([2, windowLength + 3 * hopLength + 1, 1], 0, 1, "float32", 2);
    const twin = (x: tf.Tensor) => pooling.apply(convolution.apply(x)) as tf.Tensor;
    layer.apply(x);
    twin(x);
    convolution.setWeights([layer.getWeights()[0]!, tf.tensor1d([0.1, -0.2, 0.3])]);
    layer.setWeights(convolution.getWeights());
    const out = layer.apply(x) as tf.Tensor, expected = twin(x);
    assert.deepEqual(out.shape, expected.shape);
    assert.deepEqual(layer.computeOutputShape(x.shape), expected.shape);
    near([...out.dataSync()], [...expected.dataSync()]);
    const slopes = (one: tf.layers.Layer, run: () => tf.Tensor) => {
      const variables = one.trainableWeights.map((weight) => weight.read() as tf.Variable);
      const { grads } = tf.variableGrads(() => tf.sum(tf.square(run())) as tf.Scalar, variables);
      return variables.flatMap((variable) => [...grads[variable.name]!.dataSync()]);
    };
    near(slopes(layer, () => layer.apply(x) as tf.Tensor), slopes(convolution, () => twin(x)), 1e-3);
  }
});

Deno.test("windowConv1d: sizes and inputs that do not fit", () => {
  const sizes = { filters: 2, kernelSize: 4, windowLength: 6, hopLength: 2 };
  assert.throws(() => windowConv1d({ ...sizes, windowLength: 3 }), /at least 4 samples long: they have 3/);
  assert.throws(() => windowConv1d({ ...sizes, hopLength: 0 }), /hopLength as a whole number above zero: 0/);
  assert.throws(() => windowConv1d(sizes).apply(tf.zeros([1, 5, 1])), /6 samples or more: its input has 5/);
  assert.throws(() => windowConv1d(sizes).apply(tf.zeros([1, 8, 2])), Error);
  assert.deepEqual(windowConv1d(sizes).computeOutputShape([null, null, 1]), [null, null, 2]);
});

Deno.test("logCompression: by hand, and offsets that are none", () => {
  const values = (logCompression({ offset: 0.5 }).apply(tf.tensor1d([-3, 0, 0.5])) as tf.Tensor).dataSync();
  near([...values], [Math.log(0.5), Math.log(0.5), 0], 1e-6);
  assert.equal(logCompression().getConfig().offset, 0.01);
  assert.throws(() => logCompression({ offset: 0 }), /an offset above 0: 0/);
});
