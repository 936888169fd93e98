import assert from "node:assert/strict";
import { emptyHistory, historyFrame } from "../../lib/training/mod.ts";

Deno.test("historyFrame: a column a metric, a row an epoch", async () => {
  const metrics = { loss: [0.7, 0.6], accuracy: [0.5, 0.75], val_loss: [0.8, 0.9] };
  const frame = await historyFrame({ ...emptyHistory(), epoch: [2, 3], metrics, seconds: [1, 1] });
  assert.deepEqual(frame.columns, ["loss", "accuracy", "val_loss"]);
  assert.deepEqual(frame.index, [3, 4]);
  assert.deepEqual(frame.values, [[0.7, 0.5, 0.8], [0.6, 0.75, 0.9]]);
});

Deno.test("historyFrame: no epoch is a range error", () =>
  assert.rejects(historyFrame(emptyHistory()), /Cannot make a frame as of at least one epoch/));
