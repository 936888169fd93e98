import assert from "node:assert/strict";
import {
  accuracy,
  batches,
  binaryCrossentropy,
  evaluate,
  fit,
  meanAbsoluteError,
  meanSquaredError,
  perplexity,
  predict,
  sgd,
  sparseCategoricalCrossentropy,
} from "../../lib/training/mod.ts";
import { smallData, smallModel, tf } from "./_engine.ts";

Deno.test("accuracy of class numbers, one-hot labels and yes or no", () => {
  const three = tf.tensor2d([[0.1, 0.7, 0.2], [0.5, 0.3, 0.2], [0, 0, 1], [1, 0, 0]]);
  const values = (
    labels: tf.Tensor,
    predictions: tf.Tensor,
    threshold?: number,
  ) => [...accuracy({ threshold }).values(labels, predictions).dataSync()];
  assert.deepEqual(values(tf.tensor1d([1, 0, 1, 0], "int32"), three), [1, 1, 0, 1]);
  assert.deepEqual(values(tf.tensor2d([[1], [0], [1], [0]], [4, 1], "int32"), three), [1, 1, 0, 1]);
  assert.deepEqual(values(tf.oneHot(tf.tensor1d([1, 0, 1, 0], "int32"), 3), three), [1, 1, 0, 1]);
  assert.deepEqual(values(tf.tensor1d([1, 0, 1]), tf.tensor2d([[0.6], [0.5], [0.2]])), [1, 1, 0]);
  assert.deepEqual(values(tf.tensor1d([1, 0, 1]), tf.tensor2d([[-0.1], [-3], [2]]), 0), [0, 1, 1]);
});

Deno.test("perplexity of a model that knows nothing is the number of classes", async () => {
  const model = tf.sequential({
    layers: [tf.layers.dense({ units: 66, inputShape: [3], kernelInitializer: "zeros" })],
  });
  const logs = await evaluate(model, batches(smallData(), { batchSize: 4 }), {
    loss: sparseCategoricalCrossentropy({ fromLogits: true }),
    metrics: [perplexity({ fromLogits: true })],
  });
  assert.ok(Math.abs(logs.perplexity! - 66) < 1e-3);
  assert.ok(Math.abs(logs.loss - Math.log(66)) < 1e-5);
});

Deno.test("a batch's mask leaves positions out of loss and metrics, whatever stands there", async () => {
  const { x, y } = smallData(),
    plan = { loss: sparseCategoricalCrossentropy({ fromLogits: true }), metrics: [accuracy()] };
  const first = {
    x: { values: x.values.slice(0, 18), shape: [6, 3] },
    y: { values: y.values.slice(0, 6), shape: [6] },
  };
  const mask = { values: Float32Array.from({ length: 10 }, (_, i) => i < 6 ? 1 : 0), shape: [10] };
  const masked = await evaluate(
    smallModel(),
    batches({ x, y, mask }, { batchSize: 10, shuffle: false }),
    plan,
  );
  const alone = await evaluate(smallModel(), batches(first, { batchSize: 6 }), plan);
  assert.ok(Math.abs(masked.loss - alone.loss) < 1e-6);
  assert.ok(Math.abs(masked.accuracy! - alone.accuracy!) < 1e-6);
});

Deno.test("predictions do not depend on the batch size", async () => {
  const model = smallModel(), { x } = smallData();
  const whole = (model.predict(tf.tensor(x.values, [10, 3])) as tf.Tensor).dataSync();
  for (const batchSize of [1, 4, 32]) {
    const predictions = await predict(model, x, { batchSize });
    assert.deepEqual(predictions.shape, [10, 2]);
    predictions.dataSync().forEach((value, i) => assert.ok(Math.abs(value - whole[i]!) < 1e-6));
  }
});

Deno.test("models with several inputs", async () => {
  const a = tf.input({ shape: [2] }), b = tf.input({ shape: [2] });
  const sum = tf.layers.add().apply([a, b]) as tf.SymbolicTensor;
  const model = tf.model({
    inputs: [a, b],
    outputs: tf.layers.dense({ units: 1 }).apply(sum) as tf.SymbolicTensor,
  });
  const x = [tf.ones([5, 2]), tf.ones([5, 2])], y = tf.zeros([5, 1]), optimizer = sgd({ learningRate: 0.1 });
  const history = await fit(model, batches({ x, y }, { batchSize: 2 }), {
    epochs: 3,
    optimizer,
    loss: meanSquaredError(),
  });
  assert.ok(history.metrics.loss![2]! < history.metrics.loss![0]!);
  assert.deepEqual((await predict(model, x)).shape, [5, 1]);
  await assert.rejects(predict(model, x[0]!), /2 inputs/);
  await assert.rejects(predict(model, [x[0]!, tf.ones([4, 2])]), /same rows/);
  const one = batches({ x: x[0]!, y });
  await assert.rejects(
    fit(model, one, { epochs: 1, optimizer, loss: meanSquaredError() }),
    /2 inputs: it has 1/,
  );
});

Deno.test("shapes that do not fit are refused with both shapes", async () => {
  const two = tf.zeros([3, 2]);
  assert.throws(() => meanSquaredError()(tf.zeros([3, 4]), two), /\[3, 2\].*\[3, 4\]/);
  assert.throws(() => meanAbsoluteError()(tf.zeros([2]), two), TypeError);
  assert.throws(() => binaryCrossentropy()(tf.zeros([2, 2]), two), TypeError);
  assert.throws(() => sparseCategoricalCrossentropy()(tf.zeros([4], "int32"), two), TypeError);
  const { x, y } = smallData(), plan = { loss: sparseCategoricalCrossentropy() };
  const bad = { x, y, mask: tf.ones([10, 5]) };
  await assert.rejects(evaluate(smallModel(), batches(bad), plan), /mask or sampleWeight/);
  const uneven = { batchesPerEpoch: 1, batches: () => [{ x, y: { values: new Int32Array(9), shape: [9] } }] };
  await assert.rejects(evaluate(smallModel(), uneven, plan), /10, 9/);
  await assert.rejects(predict(smallModel(), tf.zeros([0, 3])), RangeError);
});
