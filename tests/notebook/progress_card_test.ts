import assert from "node:assert/strict";
import { progressCard, type WatchedHistory, type WatchedLogs } from "../../lib/notebook/mod.ts";
import type { Callback } from "../../lib/training/callbacks/callback.ts";
import { type Message, onPage, printed } from "./_page.ts";

const run = { epochs: 3, batchesPerEpoch: 100, stop: () => assert.fail("nobody pressed stop") };

/** Trains for show: 100 batches an epoch, 20 ms each by a made-up clock. */
async function train(
  card = progressCard(),
  epochs = 3,
  advance: (ms: number) => void = () => {},
): Promise<void> {
  card.onTrainBegin(run);
  for (let epoch = 0; epoch < epochs; epoch++) {
    card.onEpochBegin(epoch, run);
    for (let batch = 0; batch < 100; batch++) {
      advance(20);
      await card.onBatchEnd(batch, { loss: 4 / (1 + epoch + batch / 100) }, run);
    }
    await card.onEpochEnd(epoch, { loss: 4 / (2 + epoch), val_loss: 5 / (2 + epoch) }, run);
  }
  card.onTrainEnd({ epoch: Array.from({ length: epochs }, (_, i) => i), stopped: null }, run);
}

function madeUp(): { clock: () => number; advance: (ms: number) => void } {
  let now = 0;
  return { clock: () => now, advance: (ms) => now += ms };
}

const text = (message: Message): string => String(message.content.data!["text/plain"]);

Deno.test("progressCard: it is a callback of the training room", () => {
  const callback: Callback = progressCard();
  assert.equal(typeof callback.onBatchEnd, "function");
});

Deno.test("progressCard: one display, updated in place, at most twice a second", async () => {
  const { clock, advance } = madeUp();
  const messages = await onPage(() => train(progressCard({ clock, title: "GRU" }), 3, advance));
  assert.equal(messages[0]!.type, "display_data");
  assert.ok(messages.slice(1).every(({ type }) => type === "update_display_data"));
  assert.equal(new Set(messages.map(({ content }) => content.transient!.display_id)).size, 1);
  assert.ok(messages.length <= 2 + 12 + 3, `${messages.length} messages in 6 seconds`);
  assert.equal(text(messages.at(-1)!), "GRU · Finished 3 epochs · loss 1, validation loss 1.25 · 6 s");
});

Deno.test("progressCard: says where training is, what it measures and what is left", async () => {
  const { clock, advance } = madeUp();
  const messages = await onPage(() => train(progressCard({ clock }), 3, advance));
  assert.equal(text(messages[0]!), "Training · Epoch 1 of 3, batch 0 of 100 · 0 s so far");
  const middle = messages.map(text).find((line) => line.includes("Epoch 2 of 3, batch 50"))!;
  assert.match(middle, /loss 1\.606 · 3 s so far, about 3 s left|loss 1\.6\d* · 3 s so far, about 3 s left/);
  const html = String(messages.at(-1)!.content.data!["text/html"]);
  assert.match(html, /<svg [^>]*role="img" aria-label="Loss from [\d.]+ to 1, validation loss 1\.25"/);
  assert.doesNotMatch(html, /NaN|undefined|<script/);
});

Deno.test("progressCard: values of the logs are read only where the card is drawn", async () => {
  const { clock, advance } = madeUp();
  let reads = 0;
  const logs: WatchedLogs = {
    get loss() {
      reads++;
      return 1;
    },
  };
  await onPage(async () => {
    const card = progressCard({ clock });
    card.onTrainBegin(run);
    card.onEpochBegin(0, run);
    for (let batch = 0; batch < 100; batch++) {
      advance(20);
      await card.onBatchEnd(batch, logs, run);
    }
  });
  assert.ok(reads > 0 && reads <= 8, `${reads} reads`);
});

Deno.test("progressCard: a resumed training goes on where it was", async () => {
  const { clock, advance } = madeUp();
  const messages = await onPage(async () => {
    const card = progressCard({ clock });
    card.onTrainBegin({ ...run, epochs: 12 });
    card.onEpochBegin(10, run);
    for (let batch = 0; batch < 100; batch++) {
      advance(20);
      await card.onBatchEnd(batch, { loss: 1 }, run);
    }
  });
  assert.match(text(messages.at(-1)!), /Epoch 11 of 12, batch \d+ of 100 .* about 2(\.\d)? s left/);
});

Deno.test("progressCard: a resumed training's card begins with the epochs before it", async () => {
  const history = { epoch: [0, 1, 2], metrics: { loss: [4, 3, 2], val_loss: [5, 4, 3] } };
  const [first] = await onPage(() => progressCard().onTrainBegin({ ...run, epochs: 5, history }));
  assert.match(text(first!), /Epoch 4 of 5, batch 0 of 100/);
  const html = String(first!.content.data!["text/html"]);
  assert.match(html, /aria-label="Loss from 4 to 2, validation loss 3"/);
  assert.match(html, /width:60\.0%/);
  const empty = await onPage(() =>
    progressCard().onTrainBegin({ ...run, history: { epoch: [], metrics: {} } })
  );
  assert.match(text(empty[0]!), /Epoch 1 of 3/);
});

Deno.test("progressCard: training gives way at least every tenth of a second, not at each batch", async () => {
  const { clock, advance } = madeUp();
  const card = progressCard({ clock });
  let waits = 0;
  await onPage(async () => {
    card.onTrainBegin(run);
    card.onEpochBegin(0, run);
    for (let batch = 0; batch < 100; batch++) {
      advance(20);
      const wait = card.onBatchEnd(batch, { loss: 1 }, run);
      if (wait) waits++;
      await wait;
    }
  });
  assert.equal(waits, 20);
});

Deno.test("progressCard: an early end says why, or how far it came", async () => {
  const ends = async (history: WatchedHistory): Promise<string> => {
    const messages = await onPage(() => {
      const card = progressCard({ clock: () => 0 });
      card.onTrainBegin(run);
      card.onTrainEnd(history, run);
    });
    return text(messages.at(-1)!);
  };
  assert.match(
    await ends({ epoch: [0], stopped: "stopped by the reader" }),
    /Ended after 1 epoch: stopped by the reader/,
  );
  const partial = { epoch: [0, 1], stopped: "interrupted", partial: { batches: 1590 } };
  assert.match(await ends(partial), /Ended after 2 epochs and 1,590 batches: interrupted/);
  assert.match(await ends({ epoch: [0, 1], stopped: null }), /Ended after 2 of 3 epochs/);
});

Deno.test("progressCard: a long training sends few and small messages, and its curve stays whole", async () => {
  const { clock, advance } = madeUp();
  const messages = await onPage(() => {
    const long = { ...run, epochs: 50, batchesPerEpoch: 2000 };
    const card = progressCard({ clock, interval: 1 });
    card.onTrainBegin(long);
    for (let epoch = 0; epoch < 50; epoch++) {
      card.onEpochBegin(epoch, long);
      for (let batch = 0; batch < 2000; batch++) {
        advance(50);
        if (batch % 10 === 0) void card.onBatchEnd(batch, { loss: 5 - epoch / 10 - batch / 20000 }, long);
      }
      void card.onEpochEnd(epoch, { loss: 5 - epoch / 10 }, long);
    }
  });
  assert.ok(messages.length < 1500, `${messages.length} messages in 83 minutes`);
  const html = String(messages.at(-1)!.content.data!["text/html"]);
  assert.ok(html.length < 16_000, `${html.length} characters`);
  const points = /points="([^"]+)"/.exec(html)![1]!.split(" ");
  assert.ok(points.length > 150 && points.length <= 401, `${points.length} points`);
  await new Promise((done) => setTimeout(done, 20)); // the turns that were not awaited
});

Deno.test("progressCard: losses that are not numbers leave the curve as it was", async () => {
  const { clock, advance } = madeUp();
  const messages = await onPage(async () => {
    const card = progressCard({ clock });
    card.onTrainBegin(run);
    for (const loss of [2, 1, NaN]) {
      advance(600);
      await card.onBatchEnd(0, { loss }, run);
    }
  });
  assert.match(text(messages.at(-1)!), /loss not a number/);
  assert.doesNotMatch(String(messages.at(-1)!.content.data!["text/html"]), /NaN/);
});

Deno.test("progressCard: outside a notebook it prints one line an epoch", async () => {
  const { clock, advance } = madeUp();
  const lines = (await printed(() => train(progressCard({ clock }), 3, advance))).trim().split("\n");
  assert.equal(lines.length, 5);
  assert.match(
    lines[1]!,
    /^Training · Epoch 1 of 3, batch 100 of 100 · loss 2, validation loss 2\.5 · 2 s so far, about 4/,
  );
  assert.match(lines[4]!, /Finished 3 epochs/);
});
