import assert from "node:assert/strict";
import {
  adam,
  batches,
  fit,
  meanSquaredError,
  sparseCategoricalCrossentropy,
} from "../../lib/training/mod.ts";
import { accuracy, evaluate, predict } from "../../lib/training/mod.ts";
import { smallData, smallModel, tf } from "./_engine.ts";

const loss = sparseCategoricalCrossentropy({ fromLogits: true });

Deno.test("fit lowers the loss and leaves one value an epoch, a smaller last batch included", async () => {
  const model = smallModel(), data = batches(smallData(), { batchSize: 4, seed: 1 });
  const history = await fit(model, data, {
    epochs: 12,
    optimizer: adam({ learningRate: 0.05 }),
    loss,
    metrics: [accuracy()],
    validation: data,
  });
  assert.deepEqual(history.epoch, Array.from({ length: 12 }, (_, i) => i));
  assert.deepEqual(Object.keys(history.metrics), ["loss", "accuracy", "val_loss", "val_accuracy"]);
  const losses = history.metrics.loss!;
  assert.ok(losses.at(-1)! < losses[0]! * 0.8, `${losses}`);
  assert.equal(history.stopped, null);
  assert.deepEqual(JSON.parse(JSON.stringify(history)), history);
});

Deno.test("the epoch's loss is the mean over samples, as evaluate's is", async () => {
  const model = smallModel(), data = batches(smallData(), { batchSize: 4, shuffle: false });
  const frozen = adam({ learningRate: 0 });
  const history = await fit(model, data, { epochs: 1, optimizer: frozen, loss, metrics: [accuracy()] });
  const whole = await evaluate(model, batches(smallData(), { batchSize: 10 }), {
    loss,
    metrics: [accuracy()],
  });
  assert.ok(Math.abs(history.metrics.loss![0]! - whole.loss) < 1e-6);
  assert.ok(Math.abs(history.metrics.accuracy![0]! - whole.accuracy!) < 1e-12);
});

Deno.test("fit, evaluate and predict leave no tensors behind", async () => {
  const model = smallModel(), data = batches(smallData(), { batchSize: 4 }), optimizer = adam();
  const before = tf.memory().numTensors;
  await fit(model, data, { epochs: 2, optimizer, loss, metrics: [accuracy()], validation: data });
  await evaluate(model, data, { loss });
  (await predict(model, smallData().x, { batchSize: 4 })).dispose();
  optimizer.dispose();
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("a callback that stops in the middle leaves the finished epochs and the unfinished one apart", async () => {
  const data = batches(smallData(), { batchSize: 4 });
  let seen = 0;
  const history = await fit(smallModel(), data, {
    epochs: 5,
    optimizer: adam(),
    loss,
    callbacks: [{ onBatchEnd: (_batch, _logs, run) => void (++seen === 5 && run.stop("enough")) }],
  });
  assert.equal(history.stopped, "enough");
  assert.deepEqual(history.epoch, [0]);
  assert.equal(history.partial?.epoch, 1);
  assert.equal(history.partial?.batches, 2);
});

Deno.test("an aborted signal ends training", async () => {
  const abort = new AbortController();
  const history = await fit(smallModel(), batches(smallData(), { batchSize: 4 }), {
    epochs: 1000,
    optimizer: adam(),
    loss,
    signal: abort.signal,
    callbacks: [{ onEpochEnd: (epoch) => void (epoch === 2 && abort.abort(new Error("lunch"))) }],
  });
  assert.equal(history.stopped, "aborted: lunch");
  assert.equal(history.epoch.length, 3);
});

Deno.test("terminateOnNaN stops, its absence does not", async () => {
  const data = () => batches({ x: tf.ones([4, 3]), y: tf.ones([4, 2]).mul(NaN) }, { batchSize: 2 });
  const train = (terminateOnNaN: boolean) =>
    fit(smallModel(), data(), { epochs: 2, optimizer: adam(), loss: meanSquaredError(), terminateOnNaN });
  assert.match((await train(true)).stopped!, /not a number by batch 2 of epoch 1/);
  assert.equal((await train(false)).stopped, null);
});

Deno.test("bad input to fit", async () => {
  const options = { epochs: 1, optimizer: adam(), loss }, data = batches(smallData(), { batchSize: 4 });
  const none = { batchesPerEpoch: 0, batches: () => [] };
  assert.throws(() => fit(smallModel(), data, { ...options, epochs: 1.5 }), RangeError);
  assert.throws(() => fit(smallModel(), data, { ...options, initialEpoch: -1 }), RangeError);
  assert.throws(() => fit(smallModel(), data, { ...options, metrics: [accuracy(), accuracy()] }), TypeError);
  await assert.rejects(fit(smallModel(), none, options), /at least one batch/);
  await assert.rejects(evaluate(smallModel(), none, options), /at least one batch/);
  await assert.rejects(predict(smallModel(), smallData().x, { batchSize: 0 }), RangeError);
  const input = tf.input({ shape: [3] }),
    outputs = [1, 2].map((units) => tf.layers.dense({ units }).apply(input));
  const two = tf.model({ inputs: input, outputs: outputs as tf.SymbolicTensor[] });
  assert.throws(() => fit(two, data, options), /one output: it has 2/);
  const frozen = smallModel();
  frozen.trainable = false;
  assert.throws(() => fit(frozen, data, options), /trainable weights/);
});
