import assert from "node:assert/strict";
import { lstm } from "../../lib/layers/mod.ts";
import {
  adam,
  type Batch,
  fit,
  meanSquaredError,
  resetStates,
  statefulBatches,
  type Values,
} from "../../lib/training/mod.ts";
import { tf } from "./_engine.ts";

const sequence = (rows: number) => ({
  values: Int32Array.from({ length: rows }, (_, i) => i),
  shape: [rows],
});
const rowsOf = (rows: number, batchSize: number, epoch = 0): number[][] =>
  [
    ...statefulBatches({ x: sequence(rows), y: sequence(rows) }, { batchSize }).batches(epoch) as Iterable<
      Batch
    >,
  ]
    .map(({ x }) => [...(x as Values).values]);

Deno.test("each row of a batch continues the same row of the batch before", () => {
  assert.deepEqual(rowsOf(6, 2), [[0, 3], [1, 4], [2, 5]]);
  const batches = rowsOf(23, 4);
  assert.equal(batches.length, 5);
  for (const [b, batch] of batches.slice(1).entries()) {
    assert.deepEqual(batch, batches[b]!.map((row) => row + 1));
  }
});

Deno.test("what remains is left out, and each epoch is alike", () => {
  assert.deepEqual(rowsOf(7, 3), [[0, 2, 4], [1, 3, 5]]);
  assert.deepEqual(rowsOf(7, 3, 1), rowsOf(7, 3));
});

Deno.test("inputs, labels and tensors stay together, and nothing is left behind", () => {
  const x = tf.tensor2d([[0, 1], [2, 3], [4, 5], [6, 7]]), y = sequence(4), mask = tf.ones([4]);
  const before = tf.memory().numTensors, seen: number[][] = [];
  for (const batch of statefulBatches({ x, y, mask }, { batchSize: 2 }).batches(0) as Iterable<Batch>) {
    assert.deepEqual((batch.mask as tf.Tensor).shape, [2]);
    seen.push([...(batch.x as tf.Tensor).dataSync(), ...(batch.y as Values).values]);
  }
  assert.deepEqual(seen, [[0, 1, 4, 5, 0, 2], [2, 3, 6, 7, 1, 3]]);
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("a stateful layer reads a sequence in pieces as it reads it whole", () => {
  const values = Float32Array.from({ length: 12 }, (_, i) => Math.sin(i)); // two streams of three windows of two
  const seed = { kernelInitializer: "ones", recurrentInitializer: "ones" };
  const whole = lstm({ units: 2, ...seed }).apply(tf.tensor3d(values, [2, 6, 1])) as tf.Tensor;
  const layer = lstm({ units: 2, stateful: true, batchInputShape: [2, 2, 1], ...seed });
  const model = tf.sequential({ layers: [layer] }), x = { values, shape: [6, 2, 1] };
  const data = statefulBatches({ x, y: sequence(6) }, { batchSize: 2 }), outputs: tf.Tensor[] = [];
  for (const batch of data.batches(0) as Iterable<Batch>) {
    const { values, shape } = batch.x as Values;
    outputs.push(model.predict(tf.tensor(values, shape)) as tf.Tensor);
  }
  assert.ok(tf.max(tf.abs(tf.sub(outputs.at(-1)!, whole))).dataSync()[0]! < 1e-6);
});

Deno.test("the state is carried on to the next epoch, unless it is reset", async () => {
  const before = async (callbacks: ReturnType<typeof resetStates>[]): Promise<number[]> => {
    const layer = lstm({ units: 1, stateful: true, batchInputShape: [2, 1, 1], seed: 3 });
    const model = tf.sequential({ layers: [layer] }), starts: number[] = [];
    const watch = {
      onEpochBegin: () => {
        const { states } = layer as unknown as { states: tf.Tensor[] };
        starts.push(states[0]!.dataSync()[0]!);
      },
    };
    const data = statefulBatches({ x: tf.ones([4, 1, 1]), y: tf.zeros([4, 1]) }, { batchSize: 2 });
    const options = { epochs: 2, optimizer: adam(), loss: meanSquaredError() };
    await fit(model, data, { ...options, callbacks: [...callbacks, watch] });
    return starts;
  };
  assert.deepEqual(await before([resetStates()]), [0, 0]);
  assert.notEqual((await before([]))[1], 0);
});

Deno.test("bad input to stateful batches", () => {
  for (const batchSize of [0, -1, 1.5, NaN]) assert.throws(() => rowsOf(4, batchSize), RangeError);
  assert.throws(() => rowsOf(3, 4), /at least 4 rows each: there are 3/);
  assert.throws(() => statefulBatches({ x: sequence(4), y: sequence(3) }), /same number of rows: 4, 3/);
});
