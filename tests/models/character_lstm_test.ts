import assert from "node:assert/strict";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { characterLSTM, oneToken, summary } from "../../lib/models/mod.ts";

await useEngine(Deno.env.get("CPU") ? { backend: "cpu" } : {});

const sizes = { vocabularySize: 7, embedding: 3, units: 5, seed: 1 };

Deno.test("study 003's layers and parameters", () => {
  const parameters = (v: number, e: number, h: number) => [v * e, 4 * (e + h + 1) * h, h * v + v];
  assert.deepEqual(parameters(92, 256, 1024), [23552, 5246976, 94300]);
  const { rows } = summary(characterLSTM({ ...sizes, batchSize: 64 }));
  assert.deepEqual(rows.map((row) => row.parameters), parameters(7, 3, 5));
  assert.deepEqual(rows.map((row) => row.shape), [[64, null, 3], [64, null, 5], [64, null, 7]]);
});

Deno.test("its recurrent kernel is Glorot-uniform, its forget gate starts open, its seed decides", () => {
  const weights = (seed: number) => characterLSTM({ ...sizes, seed, batchSize: 2 }).getWeights();
  const [, , recurrent, bias] = weights(1), limit = Math.sqrt(6 / (5 + 4 * 5));
  const values = [...recurrent!.dataSync()];
  assert.ok(
    Math.max(...values) <= limit && Math.max(...values) > limit / 2 && Math.min(...values) < -limit / 2,
  );
  assert.deepEqual([...bias!.dataSync()], [0, 0, 0, 0, 0, 1, 1, 1, 1, 1, ...Array(10).fill(0)]);
  const numbers = (seed: number) => weights(seed).flatMap((weight) => [...weight.dataSync()]);
  assert.deepEqual(numbers(1), numbers(1));
  assert.notDeepEqual(numbers(1), numbers(2));
});

Deno.test("built again for one row, it says with the same weights what it said; its state goes on until it is reset", () => {
  const trained = characterLSTM({ ...sizes, batchSize: 2 }),
    writer = characterLSTM({ ...sizes, batchSize: 1, seed: 9 });
  writer.setWeights(trained.getWeights());
  const ids = [[1, 6, 0, 3], [2, 2, 5, 4]], stepper = oneToken(writer);
  const whole = (trained.predict(tf.tensor2d(ids, [2, 4], "int32")) as tf.Tensor3D).arraySync();
  for (const [row, sequence] of ids.entries()) {
    let state = stepper.start(1);
    writer.resetStates();
    for (const [t, id] of sequence.entries()) {
      const said = writer.predict(tf.tensor2d([[id]], [1, 1], "int32")) as tf.Tensor;
      const next = stepper.step(Int32Array.of(id), state);
      state = next.state;
      for (const logits of [said, next.logits]) {
        logits.dataSync().forEach((logit, v) => assert.ok(Math.abs(logit - whole[row]![t]![v]!) < 1e-5));
      }
    }
  }
});

Deno.test("it can go without state, for any number of rows", () => {
  const model = characterLSTM({ ...sizes, stateful: false }), ids = tf.tensor2d([[1, 2, 3]], [1, 3], "int32");
  const first = (model.predict(ids) as tf.Tensor).arraySync();
  assert.deepEqual((model.predict(ids) as tf.Tensor).arraySync(), first);
  assert.deepEqual((model.predict(tf.zeros([3, 2], "int32")) as tf.Tensor).shape, [3, 2, 7]);
});

Deno.test("bad sizes", () => {
  for (const bad of [{ units: 0 }, { embedding: 1.5 }, { vocabularySize: -1 }, { batchSize: 0 }]) {
    assert.throws(() => characterLSTM({ ...sizes, batchSize: 1, ...bad }), RangeError);
  }
  assert.throws(() => characterLSTM(sizes), /batchSize is missing/);
});
