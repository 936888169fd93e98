import assert from "node:assert/strict";
import { emptyHistory, trainingSummary } from "../../lib/training/mod.ts";

const history = (val_loss: number[] | undefined, seconds: number[]) => ({
  ...emptyHistory(),
  epoch: seconds.map((_, i) => i),
  metrics: { loss: seconds, ...(val_loss && { val_loss }) },
  seconds,
});

Deno.test("trainingSummary: overfitting starts behind the lowest validation loss, unless that is the last one", () => {
  assert.equal(trainingSummary(history([3, 1, 2, 4], [1, 1, 1, 1])).overfitsFrom, 3);
  assert.equal(trainingSummary(history([3, 2, 1], [1, 1, 1])).overfitsFrom, null);
  assert.equal(trainingSummary(history(undefined, [1, 1])).overfitsFrom, null);
});

Deno.test("trainingSummary: seconds, all and the median epoch's", () => {
  const { epochs, seconds, secondsAnEpoch } = trainingSummary(history(undefined, [9, 1, 2]));
  assert.deepEqual([epochs, seconds, secondsAnEpoch], [3, 12, 2]);
  assert.deepEqual(trainingSummary(emptyHistory()), {
    epochs: 0,
    seconds: 0,
    secondsAnEpoch: 0,
    overfitsFrom: null,
  });
});
