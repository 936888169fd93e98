import assert from "node:assert/strict";
import {
  accuracy,
  adam,
  batches,
  bestEpoch,
  emptyHistory,
  fit,
  fitBest,
  sparseCategoricalCrossentropy,
} from "../../lib/training/mod.ts";
import { smallData, smallModel } from "./_engine.ts";

const data = batches(smallData(), { batchSize: 4, seed: 3 });
const plan = {
  loss: sparseCategoricalCrossentropy({ fromLogits: true }),
  metrics: [accuracy()],
  validation: data,
};
const weights = (model: ReturnType<typeof smallModel>) =>
  model.getWeights().map((one) => [...one.dataSync()]);

Deno.test("bestEpoch: the first epoch with the least loss or the most accuracy", () => {
  const history = {
    ...emptyHistory(),
    epoch: [0, 1, 2, 3],
    metrics: { loss: [4, 3, 2, 1], val_loss: [3, 2, 2, 4], val_accuracy: [0.5, 0.6, 0.8, 0.7] },
  };
  assert.equal(bestEpoch(history)?.epoch, 1);
  assert.equal(bestEpoch(history, { monitor: "val_accuracy" })?.epoch, 2);
  assert.equal(bestEpoch(history)?.logs.val_accuracy, 0.6);
  assert.equal(bestEpoch(emptyHistory()), null);
  assert.throws(() => bestEpoch(history, { monitor: "val_f1" }), { name: "TypeError", message: /val_f1/ });
});

Deno.test("fitBest: the best epoch's weights, every epoch's history", async () => {
  const folder = await Deno.makeTempDir(), model = smallModel(), twin = smallModel();
  const worst = { monitor: "val_loss", mode: "max" } as const; // the first epoch has the highest loss
  const { history, taken } = await fitBest(model, data, {
    ...plan,
    ...worst,
    epochs: 3,
    optimizer: adam(),
    folder,
  });
  await fit(twin, data, { ...plan, epochs: 1, optimizer: adam() });
  assert.deepEqual([history.epoch, taken], [[0, 1, 2], false]);
  assert.equal(bestEpoch(history, worst)?.epoch, 0);
  assert.deepEqual(weights(model), weights(twin));
});

Deno.test("fitBest: a finished training is not repeated, and may be another folder's", async () => {
  const folder = await Deno.makeTempDir(), empty = await Deno.makeTempDir(), first = smallModel();
  const options = { ...plan, epochs: 2, folder };
  const done = await fitBest(first, data, { ...options, optimizer: adam() });
  const again = smallModel(), other = smallModel(), fresh = smallModel();
  const repeated = await fitBest(again, data, { ...options, optimizer: adam() });
  assert.deepEqual(repeated, done);
  const taken = await fitBest(other, data, {
    ...options,
    optimizer: adam(),
    epochs: 1,
    folder: empty,
    takeFrom: folder,
  });
  assert.deepEqual(taken, { history: done.history, taken: true });
  for (const model of [again, other]) assert.deepEqual(weights(model), weights(first));
  const own = await fitBest(fresh, data, {
    ...options,
    optimizer: adam(),
    epochs: 1,
    folder: empty,
    takeFrom: `${folder}/none`,
  });
  assert.deepEqual([own.taken, own.history.epoch], [false, [0]]);
});
