import assert from "node:assert/strict";
import { type Batch, sequenceCrops, type Values } from "../../lib/training/mod.ts";

/** Step t of a sequence has the numbers 10 t and 10 t + 1; its label is t modulo 3. */
const sequence = (length: number, overlap = 0) => ({
  values: Float32Array.from({ length: 2 * length + overlap }, (_, i) => 10 * Math.floor(i / 2) + i % 2),
  labels: Uint8Array.from({ length }, (_, t) => t % 3),
});
const of = (batches: Iterable<Batch> | AsyncIterable<Batch>) => Array.fromAsync(batches as Iterable<Batch>);
const rows = (value: unknown) => {
  const { values, shape } = value as Values, width = values.length / shape[0]!;
  return Array.from({ length: shape[0]! }, (_, row) => [...values.subarray(row * width, (row + 1) * width)]);
};

Deno.test("sequenceCrops: every step once, the last crop as long as the others", async () => {
  const data = sequenceCrops([sequence(5), sequence(2)], {
    steps: 3,
    stepSize: 2,
    crops: "all",
    batchSize: 2,
  });
  const [first, second, ...none] = await of(data.batches(0));
  assert.deepEqual([data.batchesPerEpoch, none.length], [2, 0]);
  assert.deepEqual((first!.x as Values).shape, [2, 3, 2]);
  assert.deepEqual(rows(first!.x), [[0, 1, 10, 11, 20, 21], [20, 21, 30, 31, 40, 41]]);
  assert.deepEqual(rows(first!.y), [[0, 1, 2], [2, 0, 1]]);
  assert.deepEqual(rows(first!.mask), [[1, 1, 1], [0, 1, 1]]);
  assert.deepEqual([rows(second!.x), rows(second!.y), rows(second!.mask)], [
    [[0, 1, 10, 11, 0, 0]],
    [[0, 1, 0]],
    [[1, 1, 0]],
  ]);
});

Deno.test("sequenceCrops: a crop of each from anywhere, the same in the same epoch, others in others", async () => {
  const many = Array.from({ length: 20 }, () => sequence(9));
  const data = sequenceCrops(many, { steps: 4, stepSize: 2, batchSize: 20, seed: 3 });
  const begins = async (epoch: number) => rows((await of(data.batches(epoch)))[0]!.x).map(([x]) => x! / 10);
  const [one, again, other] = [await begins(0), await begins(0), await begins(1)];
  assert.deepEqual(one, again);
  assert.notDeepEqual(one, other);
  assert.deepEqual([...new Set([...one, ...other])].sort(), [0, 1, 2, 3, 4, 5]);
});

Deno.test("sequenceCrops: windows that reach behind their step, as rows of one number", async () => {
  const data = sequenceCrops([sequence(4, 3)], {
    steps: 2,
    stepSize: 2,
    overlap: 3,
    features: 1,
    crops: "all",
  });
  const [batch] = await of(data.batches(0));
  assert.deepEqual((batch!.x as Values).shape, [2, 7, 1]);
  assert.deepEqual(rows(batch!.x), [[0, 1, 10, 11, 20, 21, 30], [20, 21, 30, 31, 40, 41, 50]]);
});

Deno.test("sequenceCrops: short sequences are filled up, left out, or make short batches", async () => {
  const both = [sequence(3), sequence(8)], sizes = { steps: 6, stepSize: 2, batchSize: 1 };
  const lengths = async (options: object) =>
    (await of(sequenceCrops(both, { ...sizes, ...options }).batches(0))).map(({ x }) =>
      (x as Values).shape[1]
    ).sort();
  assert.deepEqual(await lengths({}), [6, 6]);
  assert.deepEqual(await lengths({ multipleOf: 2 }), [4, 6]);
  assert.deepEqual(await lengths({ dropShorter: true }), [6]);
});

Deno.test("sequenceCrops: sizes and sequences that do not fit", () => {
  const crop = (options: object, sequences = [sequence(5)]) => () =>
    sequenceCrops(sequences, { steps: 3, stepSize: 2, ...options });
  assert.throws(crop({ steps: 0 }), /steps >= 1/);
  assert.throws(crop({ batchSize: 1.5 }), /batchSize >= 1/);
  for (const overlap of [-2, 0.5, NaN]) assert.throws(crop({ overlap }), /overlap >= 0, a whole number/);
  assert.throws(crop({ stepSize: 3, features: 2 }), /rows of 2 features: a step has 3/);
  assert.throws(crop({ stepSize: 3 }), /sequence 0 as 5 labelled steps, 15 numbers: it has 10/);
  assert.throws(crop({}, [sequence(0)]), TypeError);
  assert.throws(crop({ dropShorter: true, steps: 6 }), /there are 1, all shorter/);
  assert.throws(crop({}, []), RangeError);
});
