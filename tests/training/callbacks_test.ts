import assert from "node:assert/strict";
import {
  batches,
  type Callback,
  csvLog,
  earlyStopping,
  emptyHistory,
  fit,
  learningRateSchedule,
  meanSquaredError,
  reduceOnPlateau,
  type Run,
  sgd,
} from "../../lib/training/mod.ts";
import { smallModel, tf } from "./_engine.ts";

/** Shows a callback a made-up training whose `val_loss` is given; where it stopped and the rate of each epoch. */
async function play(callback: Callback, values: number[], past: number[] = []) {
  const history = {
    ...emptyHistory(),
    epoch: past.map((_, i) => i),
    metrics: { loss: [...past], val_loss: [...past] },
  };
  const optimizer = sgd({ learningRate: 1 }), rates: number[] = [], model = smallModel();
  const run: Run = {
    model,
    optimizer,
    epochs: 99,
    batchesPerEpoch: 1,
    history,
    seed: 0,
    stop: (reason) => void (history.stopped ??= reason),
  };
  await callback.onTrainBegin?.(run);
  for (const [i, value] of values.entries()) {
    if (history.stopped) break;
    const epoch = past.length + i;
    await callback.onEpochBegin?.(epoch, run);
    rates.push(Number(optimizer.learningRate.toPrecision(6)));
    tf.tidy(() => (model.getWeights()[3] as tf.Variable).assign(tf.fill([2], epoch)));
    history.epoch.push(epoch);
    history.metrics.val_loss.push(value);
    await callback.onEpochEnd?.(epoch, { loss: value, val_loss: value }, run);
  }
  await callback.onTrainEnd?.(history, run);
  return {
    epochs: rates.length,
    stopped: history.stopped,
    rates,
    bias: model.getWeights()[3]!.dataSync()[0],
  };
}

Deno.test("early stopping waits as long as Keras's", async () => {
  assert.equal((await play(earlyStopping(), [3, 2, 2.5, 1])).epochs, 3);
  assert.equal((await play(earlyStopping({ patience: 2 }), [3, 2, 2.5, 1, 1, 1, 1])).epochs, 6);
  assert.equal((await play(earlyStopping({ patience: 1, minDelta: 0.5 }), [3, 2.9, 2, 1.9])).epochs, 2);
  assert.equal((await play(earlyStopping({ mode: "max", patience: 1 }), [1, 2, 3, 3, 9])).epochs, 4);
  assert.equal((await play(earlyStopping({ startFromEpoch: 2 }), [1, 2, 3, 2, 4])).epochs, 5);
  assert.match((await play(earlyStopping(), [1, 2])).stopped!, /val_loss got no better for 1 epochs/);
});

Deno.test("early stopping puts the best weights back, and only then", async () => {
  assert.equal((await play(earlyStopping({ patience: 2, restoreBestWeights: true }), [3, 1, 2, 2])).bias, 1);
  assert.equal((await play(earlyStopping({ patience: 2 }), [3, 1, 2, 2])).bias, 3);
});

Deno.test("a resumed training's early stopping counts the epochs before it", async () => {
  assert.equal((await play(earlyStopping({ patience: 3 }), [2, 2, 2], [3, 1, 2])).epochs, 2);
  assert.equal((await play(earlyStopping({ patience: 2 }), [2, 2, 2], [3, 1, 2, 2])).epochs, 0);
});

Deno.test("the rate falls on a plateau, rests, and stops at its floor", async () => {
  const { rates } = await play(reduceOnPlateau({ factor: 0.5, patience: 2 }), [1, 1, 1, 1, 1, 1, 1]);
  assert.deepEqual(rates, [1, 1, 1, 0.5, 0.5, 0.25, 0.25]);
  const cooled = await play(reduceOnPlateau({ factor: 0.5, patience: 1, cooldown: 2 }), [1, 1, 1, 1, 1, 1]);
  assert.deepEqual(cooled.rates, [1, 1, 0.5, 0.5, 0.25, 0.25]);
  const floored = await play(reduceOnPlateau({ factor: 0.1, patience: 1, minLearningRate: 0.05 }), [
    1,
    1,
    1,
    1,
  ]);
  assert.deepEqual(floored.rates, [1, 1, 0.1, 0.05]);
});

Deno.test("a schedule sets the rate of each epoch", async () => {
  const { rates } = await play(learningRateSchedule((epoch, rate) => epoch < 2 ? rate : rate / 2), [
    1,
    1,
    1,
    1,
  ]);
  assert.deepEqual(rates, [1, 1, 0.5, 0.25]);
});

Deno.test("the log has one line an epoch under one head, resumed or not", async () => {
  const path = `${await Deno.makeTempDir()}/logs/training.csv`,
    data = batches({ x: tf.ones([4, 3]), y: tf.zeros([4, 2]) });
  const plan = { optimizer: sgd({ learningRate: 0 }), loss: meanSquaredError(), callbacks: [csvLog(path)] };
  const initialHistory = await fit(smallModel(), data, { ...plan, epochs: 2, validation: data });
  await fit(smallModel(), data, { ...plan, epochs: 3, validation: data, initialEpoch: 2, initialHistory });
  const lines = (await Deno.readTextFile(path)).trim().split("\n"), loss = initialHistory.metrics.loss![0];
  assert.deepEqual(lines, ["epoch,loss,val_loss", ...[0, 1, 2].map((epoch) => `${epoch},${loss},${loss}`)]);
});

Deno.test("callbacks are told in order, the end also when one throws", async () => {
  const told: string[] = [], tell = (what: string) => () => void told.push(what);
  const data = batches({ x: tf.ones([4, 3]), y: tf.zeros([4, 2]) }, { batchSize: 2 });
  const callback: Callback = {
    onTrainBegin: tell("begin"),
    onEpochBegin: tell("epoch"),
    onBatchEnd: tell("batch"),
    onEpochEnd: () => {
      throw new Error("broken");
    },
    onTrainEnd: tell("end"),
  };
  const before = tf.memory().numTensors, model = smallModel(), optimizer = sgd();
  const training = fit(model, data, {
    epochs: 2,
    optimizer,
    loss: meanSquaredError(),
    callbacks: [callback],
  });
  await assert.rejects(training, /broken/);
  assert.deepEqual(told, ["begin", "epoch", "batch", "batch", "end"]);
  [model, optimizer].forEach((one) => one.dispose());
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("bad input to callbacks", async () => {
  assert.throws(() => earlyStopping({ patience: -1 }), RangeError);
  for (const factor of [0, 1, NaN]) assert.throws(() => reduceOnPlateau({ factor }), RangeError);
  await assert.rejects(
    play(earlyStopping({ monitor: "val_accuracy" }), [1]),
    /"val_accuracy" as one of loss, val_loss/,
  );
  await assert.rejects(play(learningRateSchedule(() => NaN), [1]), RangeError);
});
