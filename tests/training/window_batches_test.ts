import assert from "node:assert/strict";
import { type Batch, windowBatches } from "../../lib/training/mod.ts";
import { tf } from "./_engine.ts";

const windows = {
  rows: Int32Array.of(2, 3, 4, 6, 7),
  inputOffsets: Int32Array.of(-2, -1),
  targetOffsets: Int32Array.of(1),
};
const x = tf.tensor2d(Float32Array.from({ length: 20 }, (_, i) => i), [10, 2]); // row r holds 2r and 2r + 1
const y = tf.tensor1d(Float32Array.from({ length: 10 }, (_, i) => 100 * i));

function read(
  data: ReturnType<typeof windowBatches>,
  epoch = 0,
): { x: number[]; y: number[]; shapes: number[][] }[] {
  return Array.from(data.batches(epoch) as Iterable<Batch>, (batch) => {
    const both = [batch.x as tf.Tensor, batch.y as tf.Tensor] as const;
    const [x, y] = both.map((tensor) => [...tensor.dataSync()]);
    return { x: x!, y: y!, shapes: both.map(({ shape }) => shape) };
  });
}

Deno.test("windowBatches: each window once, in order; the last batch is smaller", () => {
  const seen = read(windowBatches({ x, y }, windows, { batchSize: 3 }));
  assert.deepEqual(seen.map(({ shapes }) => shapes), [[[3, 2, 2], [3, 1]], [[2, 2, 2], [2, 1]]]);
  assert.deepEqual(seen[0]!.x, [0, 1, 2, 3, 2, 3, 4, 5, 4, 5, 6, 7]); // rows 0 and 1, 1 and 2, 2 and 3
  assert.deepEqual(seen[1]!, {
    x: [8, 9, 10, 11, 10, 11, 12, 13],
    y: [700, 800],
    shapes: [[2, 2, 2], [2, 1]],
  });
});

Deno.test("windowBatches: draws depend on the seed and the epoch alone, and take windows only", () => {
  const draws = (seed: number, epoch: number) =>
    read(windowBatches({ x, y }, windows, { batchSize: 4, batchesPerEpoch: 20, seed }), epoch).flatMap((
      { y },
    ) => y);
  assert.equal(draws(1, 0).length, 80);
  assert.deepEqual(draws(1, 3), draws(1, 3));
  assert.notDeepEqual(draws(1, 3), draws(1, 4));
  assert.notDeepEqual(draws(1, 3), draws(2, 3));
  assert.deepEqual([...new Set(draws(1, 0))].sort((a, b) => a - b), [300, 400, 500, 700, 800]);
});

Deno.test("windowBatches: several targets, and several columns of them", () => {
  const several = { ...windows, targetOffsets: Int32Array.of(0, 2) };
  assert.deepEqual(read(windowBatches({ x, y }, several, { batchSize: 1 }))[0]!.y, [200, 400]);
  const columns = read(windowBatches({ x, y: x }, windows, { batchSize: 2 }))[0]!;
  assert.deepEqual([columns.y, columns.shapes[1]], [[6, 7, 8, 9], [2, 2]]);
  assert.deepEqual(read(windowBatches({ x, y: x }, several, { batchSize: 2 }))[0]!.shapes[1], [2, 2, 2]);
});

Deno.test("windowBatches: nothing is left behind, also where reading stops early", () => {
  const before = tf.memory().numTensors, data = windowBatches({ x, y }, windows, { batchSize: 2 });
  read(data);
  for (const _ of data.batches(0) as Iterable<Batch>) break;
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("windowBatches: refuses sizes, tables and windows that don't fit", () => {
  for (const wrong of [{ batchSize: 0 }, { batchSize: 1.5 }, { batchesPerEpoch: 0 }]) {
    assert.throws(() => windowBatches({ x, y }, windows, wrong), RangeError);
  }
  assert.throws(() => windowBatches({ x, y }, { ...windows, rows: new Int32Array() }), /at least one window/);
  assert.throws(() => windowBatches({ x, y: tf.zeros([9]) }, windows), /x has 10 rows, y 9/);
  const far = { name: "TypeError", message: /rows 0 to 9: they reach from 0 to 10/ };
  assert.throws(() => windowBatches({ x, y }, { ...windows, targetOffsets: Int32Array.of(3) }), far);
  assert.throws(() => windowBatches({ x, y }, { ...windows, rows: Int32Array.of(1) }), /reach from -1/);
});

Deno.test("windowBatches: windows of every n-th row, in any order, are those of a slow obvious twin", () => {
  const value = (row: number) => [2 * row, 2 * row + 1];
  for (const inputOffsets of [[-6, -4, -2], [-2, -6, -4], [-5, -2], [-3], [-4, -4]]) {
    const stepped = { ...windows, rows: Int32Array.of(6, 7, 8), inputOffsets: Int32Array.from(inputOffsets) };
    const before = tf.memory().numTensors,
      seen = read(windowBatches({ x, y }, stepped, { batchSize: 3 }))[0]!;
    assert.deepEqual(
      seen.x,
      [6, 7, 8].flatMap((row) => inputOffsets.flatMap((offset) => value(row + offset))),
    );
    assert.equal(tf.memory().numTensors, before);
  }
});
