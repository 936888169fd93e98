import assert from "node:assert/strict";
import {
  type Batch,
  type Dataset,
  fit,
  fromGenerator,
  meanSquaredError,
  sgd,
  type Values,
} from "../../lib/training/mod.ts";
import { smallModel } from "./_engine.ts";

const batch = (number: number): Batch => ({
  x: { values: new Float32Array(3).fill(number), shape: [1, 3] },
  y: { values: Float32Array.of(number, number), shape: [1, 2] },
});

const numbersOf = async (data: Dataset, epoch = 0): Promise<number[]> =>
  (await Array.fromAsync(data.batches(epoch))).map(({ y }) => (y as Values).values[0]!);

Deno.test("an endless generator is cut into epochs, each started anew and ended", async () => {
  const ended: number[] = [];
  const data = fromGenerator(function* (epoch) {
    try {
      for (let i = 0;; i++) yield batch(10 * epoch + i);
    } finally {
      ended.push(epoch);
    }
  }, { batchesPerEpoch: 3 });
  assert.deepEqual([await numbersOf(data), await numbersOf(data, 1)], [[0, 1, 2], [10, 11, 12]]);
  assert.deepEqual(ended, [0, 1]);
  const history = await fit(smallModel(), data, { epochs: 2, optimizer: sgd(), loss: meanSquaredError() });
  assert.equal(history.metrics.loss!.length, 2);
});

Deno.test("an async generator is asked for the next batch before this one is used, and not for one too many", async () => {
  for (const ahead of [true, false]) {
    const asked: number[] = [], seen: string[] = [];
    const data = fromGenerator(async function* () {
      for (let i = 0;; i++) {
        asked.push(i);
        yield await Promise.resolve(batch(i));
      }
    }, { batchesPerEpoch: 3, ahead: ahead ? undefined : false });
    for await (const { y } of data.batches(0)) {
      await Promise.resolve();
      seen.push(`${(y as Values).values[0]} of ${asked.length}`);
    }
    assert.deepEqual(seen, ahead ? ["0 of 2", "1 of 3", "2 of 3"] : ["0 of 1", "1 of 2", "2 of 3"]);
  }
});

Deno.test("a generator that fails or ends early says so, also when it was asked ahead", async () => {
  const short = fromGenerator(() => [batch(1), batch(2)], { batchesPerEpoch: 3 });
  await assert.rejects(numbersOf(short), /3 batches an epoch: it ended after 2/);
  const broken = fromGenerator(async function* () {
    yield await Promise.resolve(batch(1));
    throw new Error("no such file");
  }, { batchesPerEpoch: 3 });
  await assert.rejects(numbersOf(broken), /no such file/);
  for await (const _ of broken.batches(0)) break; // stopped before the failure is looked at
  for (const batchesPerEpoch of [0, 1.5]) {
    assert.throws(() => fromGenerator(() => [], { batchesPerEpoch }), RangeError);
  }
});
