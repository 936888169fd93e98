import assert from "node:assert/strict";
import { type ClipBatches, clipBatches, type ClipFeatures } from "../../lib/datasets/mod.ts";
import { cut, recording } from "./_spoken.ts";

const cache = await Deno.makeTempDir();
const peak = (sounds: { samples: Float32Array }[]) => ({
  values: Float32Array.from(sounds, ({ samples }) => samples[0]!),
  shape: [sounds.length, 1],
});
const drawing = (sounds: unknown[], { next }: { next: () => number }) => ({
  values: Float32Array.from(sounds, () => next()),
  shape: [sounds.length, 1],
});
const valuesOf = (data: ClipBatches, epoch: number) =>
  [...data.batches(epoch)].flatMap(({ x }) => [...x.values]);

Deno.test("clipBatches: every clip once an epoch with its label, the same order for the same seed and epoch", async () => {
  using clips = await cut([recording({ seconds: 13 }), recording({ language: "ja", seconds: 9 })], [
    "es",
    "ja",
  ]);
  for (const copies of [1, Infinity]) {
    using data = clipBatches(clips, peak, { batchSize: 2, seed: 3, copies, cache });
    const epoch = (number: number) => [...data.batches(number)];
    assert.equal(data.batchesPerEpoch, 3);
    assert.deepEqual(epoch(1).map(({ x, y }) => [x.shape, y.shape]), [[[2, 1], [2]], [[2, 1], [2]], [[1, 1], [
      1,
    ]]]);
    assert.deepEqual(epoch(1), epoch(1));
    assert.notDeepEqual(epoch(1), epoch(2));
    const first = new Map(
      clips.clips.map(({ label }, place) => [clips.read([place])[0]!.samples[0]!, label]),
    );
    const pairs = epoch(1).flatMap(({ x, y }) =>
      [...x.values].map((value, i) => [value, y.values[i]] as const)
    );
    assert.deepEqual(new Map(pairs.toSorted()), new Map([...first].toSorted()));
    using inOrder = clipBatches(clips, peak, { shuffle: false, copies, cache });
    assert.deepEqual([...[...inOrder.batches(5)][0]!.y.values], [0, 0, 0, 1, 1]);
  }
});

Deno.test("clipBatches: what features draw depends on the seed, and on the epoch and the batch, or the clip and the copy", async () => {
  using clips = await cut([recording({ seconds: 13 })]);
  const drawn = (seed: number, epochs: number[], copies: number) => {
    using data = clipBatches(clips, drawing, { batchSize: 2, seed, copies, cache });
    return epochs.map((epoch) => valuesOf(data, epoch).toSorted()).at(-1)!;
  };
  for (const copies of [2, Infinity]) {
    assert.deepEqual(drawn(1, [0], copies), drawn(1, [1, 0], copies));
    assert.equal(
      new Set([drawn(1, [0], copies), drawn(1, [1], copies), drawn(2, [0], copies)].flat()).size,
      9,
    );
  }
  assert.deepEqual(drawn(1, [2], 2), drawn(1, [0], 2)); // the same copy
  assert.notDeepEqual(drawn(1, [2], Infinity), drawn(1, [0], Infinity));
});

Deno.test("clipBatches: kept features are made once, what comes after them each time", async () => {
  using clips = await cut([recording({ seconds: 13 })]);
  const made: number[] = [], counting: typeof peak = (sounds) => (made.push(sounds.length), peak(sounds));
  const shifted = ({ values, shape }: ClipFeatures, { next }: { next: () => number }) => {
    const by = next();
    return { values: values.map((value) => value + by), shape };
  };
  using data = clipBatches(clips, counting, { after: shifted, shuffle: false, cache });
  assert.deepEqual([...Deno.readDirSync(cache)], []);
  assert.notDeepEqual(valuesOf(data, 0), valuesOf(data, 1));
  assert.deepEqual(valuesOf(data, 0), valuesOf(data, 0));
  assert.deepEqual(made, [1, 1, 1]);
});

Deno.test("clipBatches: batches that can't be", async () => {
  using clips = await cut([recording({ seconds: 13 })]);
  for (const batchSize of [0, 1.5, NaN]) {
    assert.throws(() => clipBatches(clips, peak, { batchSize }), /batchSize >= 1/);
  }
  for (const copies of [0, 1.5, NaN]) {
    assert.throws(() => clipBatches(clips, peak, { copies }), /of copies from 1/);
  }
  assert.throws(() => clipBatches({ ...clips, clips: [] }, peak), /there are none/);
});

Deno.test("clipBatches: features of another shape than the first clip's, or of another size than they say, are refused", async () => {
  using clips = await cut([recording({ seconds: 13 })]);
  let next = 0;
  const growing = () => ({ values: new Float32Array(++next), shape: [1, next] });
  using uneven = clipBatches(clips, growing, { cache });
  assert.throws(() => valuesOf(uneven, 0), /the features of clip \d as \[1, 1\]: its shape is \[1, 2\]/);
  using short = clipBatches(clips, () => ({ values: new Float32Array(1), shape: [1, 2] }), { cache });
  assert.throws(() => valuesOf(short, 0), { name: "TypeError" });
});

Deno.test("clipBatches: a cache that can't be written is a MissingError that says what helps", async () => {
  using clips = await cut([recording({ seconds: 13 })]);
  for (const cache of ["/proc/unroll", "/proc"]) {
    using data = clipBatches(clips, peak, { cache });
    assert.throws(() => valuesOf(data, 0), {
      name: "MissingError",
      message: /in the folder \/proc.*export UNROLL_CACHE=/,
    });
  }
});
