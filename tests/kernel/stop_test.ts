import assert from "node:assert/strict";
import { runCells, textOf } from "./_kernel.ts";

const setUp = `import { progressCard, say, stopRequested, stopSignal } from "unroll/notebook/mod.ts";
const tick = () => new Promise((r) => setTimeout(r, 20));
/** A training of 3 epochs of 500 steps of 20 ms, with partial history. */
async function train(callback) {
  const history = { epoch: [], stopped: null }, run = { epochs: 3, batchesPerEpoch: 500, stop: (reason) => history.stopped = reason };
  await callback.onTrainBegin(run);
  for (let epoch = 0; epoch < 3 && !history.stopped; epoch++) {
    await callback.onEpochBegin(epoch, run);
    for (let batch = 0; batch < 500 && !history.stopped; batch++) {
      const end = performance.now() + 20; while (performance.now() < end);
      await callback.onBatchEnd(batch, { loss: 4 / (1 + batch) }, run);
    }
    if (!history.stopped) history.epoch.push(epoch);
  }
  await callback.onTrainEnd(history, run);
  return history;
}`;

Deno.test("stop button: a loop of awaited ticks ends gracefully, the kernel lives, the next cell starts afresh", async () => {
  const { outputs, failure } = await runCells({
    cells: [
      setUp,
      `let ticks = 0; while (ticks < 1000 && !stopRequested()) { await tick(); ticks++; } console.log(ticks > 0 && ticks < 1000)`,
      `[stopRequested(), ticks > 0 && ticks < 1000]`,
    ],
    interrupts: [[1, 1.5]],
  });
  assert.equal(failure, null);
  const shown = outputs[1]!.map(({ name, text }) => [name, text]);
  assert.deepEqual(shown, [
    ["stderr", "Stopping after the current step; what was reached so far is kept.\n"],
    ["stdout", "true\n"],
  ]);
  assert.equal(outputs[2]![0]!.data!["text/plain"], "[ false, true ]");
});

Deno.test("stop button: training that never gives way by itself ends with partial history and a card that says so", async () => {
  const { outputs, failure } = await runCells({
    cells: [setUp, `const history = await train(progressCard({ title: "GRU" }))`, `history`],
    interrupts: [[1, 2]],
  });
  assert.equal(failure, null);
  const cards = outputs[1]!.filter(({ output_type }) => output_type === "display_data");
  assert.equal(cards.length, 1, "one card, in its last state");
  assert.match(
    String(cards[0]!.data!["text/plain"]),
    /^GRU · Ended after 0 epochs: stopped by the reader · loss [\d.]+ · \d/,
  );
  assert.match(textOf(outputs[2]!), /epoch: \[\], stopped: "stopped by the reader"/);
});

Deno.test("stop button: a second press says what to do; AbortSignal ends what takes one", async () => {
  const { outputs, failure } = await runCells({
    cells: [
      setUp,
      `await new Promise((done) => stopSignal().addEventListener("abort", () => setTimeout(done, 1500))); console.log("end")`,
    ],
    interrupts: [[1, 1], [1, 1.8]],
  });
  assert.equal(failure, null);
  assert.match(
    textOf(outputs[1]!),
    /^Stopping after .*\nStill stopping\. To end this cell at once, restart the kernel.*\nend\n$/,
  );
});

Deno.test("stop button: a press that nothing asks for says so, and doesn't stop the next training", async () => {
  const { outputs, failure } = await runCells({
    cells: [setUp, `for (let i = 0; i < 60; i++) await tick(); console.log("whole")`, `stopRequested()`],
    interrupts: [[1, 0.7]],
  });
  assert.equal(failure, null);
  assert.match(textOf(outputs[1]!), /^Stop was pressed\. .* goes on: wait for it.*\nwhole\n$/);
  assert.equal(textOf(outputs[2]!), "false\n");
});

Deno.test("stop button: pressed in a cell that then throws, it is forgotten; asking for Error in between forgets nothing", async () => {
  const { outputs, failure } = await runCells({
    cells: [
      setUp,
      `let asked = 0; // the loop asks at the top level whether something is an Error

while (!stopRequested()) { await tick(); if (asked instanceof Error) break; console.log("x"); }
if ("x" instanceof Error || !stopRequested()) throw new Error("forgotten");
throw new Error("stopped")`,
      `stopRequested()`,
    ],
    interrupts: [[1, 1]],
  });
  assert.equal(failure, null);
  assert.match(textOf(outputs[1]!), /Stopping after .*stopped\n$/s);
  assert.equal(textOf(outputs[2]!), "false\n");
});

Deno.test("progress card: one output is left, in its final state, with the curve", async () => {
  const quick =
    `const card = progressCard({ interval: 1 }), run = { epochs: 2, batchesPerEpoch: 200, stop() {} };
card.onTrainBegin(run);
for (let e = 0; e < 2; e++) {
  card.onEpochBegin(e, run);
  for (let b = 0; b < 200; b++) { await card.onBatchEnd(b, { loss: 4 / (1 + e + b / 200) }, run); if (b % 10 === 0) { console.log(b); await new Promise((done) => setTimeout(done, 3)); } }
  await card.onEpochEnd(e, { loss: 4 / (2 + e), val_loss: 5 / (2 + e) }, run);
}
card.onTrainEnd({ epoch: [0, 1], stopped: null }, run); say\`after\``;
  const { outputs } = await runCells({ cells: [setUp, quick, `console.log("later")`] });
  const shown = outputs[1]!.filter(({ output_type }) => output_type === "display_data").map(({ data }) =>
    data!
  );
  assert.equal(shown.length, 2);
  assert.match(String(shown[0]!["text/plain"]), /Finished 2 epochs · loss 1\.333, validation loss 1\.667/);
  assert.match(String(shown[0]!["text/html"]), /<polyline points="[^"]{100,}"/);
  assert.equal(shown[1]!["text/plain"], "after");
  assert.equal(textOf(outputs[2]!), "later\n");
});
