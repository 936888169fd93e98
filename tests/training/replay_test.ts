import assert from "node:assert/strict";
import { Dropouts } from "../../lib/training/_dropout.ts";
import { flatten } from "../../lib/training/_inputs.ts";
import { trainStep } from "../../lib/training/_steps.ts";
import {
  accuracy,
  adam,
  batches,
  checkpoints,
  fit,
  type History,
  learningRateSchedule,
  meanSquaredError,
  sgd,
  sparseCategoricalCrossentropy,
} from "../../lib/training/mod.ts";
import { dropout, gru } from "../../lib/layers/mod.ts";
import { setRamps, smallData, smallModel, tf } from "./_engine.ts";

const loss = sparseCategoricalCrossentropy({ fromLogits: true });
const native = tf.getBackend() === "tensorflow";

/** Dropout of half of ten inputs, and one weight each: the gradient shows the mask. */
function maskedModel(layer: tf.layers.Layer): tf.LayersModel {
  return setRamps(tf.sequential({ layers: [layer, tf.layers.dense({ units: 1, useBias: false })] }));
}

/** Steps over batches of these sizes; what became of the step after each. */
function statesOf(model: tf.LayersModel, sizes: number[]): string[] {
  const optimizer = adam(), { x, y } = smallData(), dropouts = new Dropouts(model);
  optimizer.build(model.trainableWeights.map((weight) => weight.read() as tf.Variable));
  const step = trainStep(model, optimizer, { loss, metrics: [accuracy()] });
  const states = sizes.map((rows) => {
    const some = { values: x.values.slice(0, rows * 3), shape: [rows, 3] };
    const batch = flatten({ x: some, y: { values: y.values.slice(0, rows), shape: [rows] } }, model);
    step(batch).dispose();
    batch.dispose();
    return step.states()[0]!.split(" ")[0]!;
  });
  [step, dropouts, optimizer].forEach((one) => one.dispose());
  return states;
}

Deno.test(
  "a step is recorded and replayed for each size of batch, dropout included",
  { ignore: !native },
  () => {
    const dropping = tf.sequential({
      layers: [
        tf.layers.reshape({ targetShape: [3, 1], inputShape: [3] }),
        gru({ units: 4, dropout: 0.1, recurrentDropout: 0.1 }),
        tf.layers.dropout({ rate: 0.5 }),
        tf.layers.batchNormalization(),
        tf.layers.dense({ units: 2, kernelConstraint: "maxNorm", kernelRegularizer: "l1l2" }),
      ],
    });
    const expected = ["watched", "replayed", "replayed", "watched", "replayed", "replayed"];
    for (const model of [smallModel(), dropping]) {
      assert.deepEqual(
        statesOf(model, [10, 10, 10, 4, 4, 10]),
        expected,
      );
    }
  },
);

Deno.test("dropout masks differ from step to step, and the same seed gives the same run", async () => {
  const x = { values: new Float32Array(40).fill(1), shape: [4, 10] },
    y = { values: new Float32Array(4), shape: [4] };
  const run = async (seed: number) => {
    const model = maskedModel(tf.layers.dropout({ rate: 0.5, inputShape: [10] }));
    const losses: number[] = [];
    await fit(model, batches({ x, y }, { batchSize: 4 }), {
      epochs: 2,
      optimizer: sgd({ learningRate: 0 }),
      loss: meanSquaredError(),
      seed,
      callbacks: [{ onEpochEnd: (_, logs) => void losses.push(logs.loss) }],
    });
    return losses;
  };
  const [first, again, other] = [await run(1), await run(1), await run(2)];
  assert.deepEqual(first, again);
  assert.notDeepEqual(first, other);
  assert.notEqual(first[0], first[1]);
});

Deno.test("masks go on changing when the step is replayed", async () => {
  const x = { values: new Float32Array(320).fill(1), shape: [32, 10] },
    y = { values: new Float32Array(32), shape: [32] };
  const model = maskedModel(tf.layers.dropout({ rate: 0.5, inputShape: [10] })), means: number[] = [];
  await fit(model, batches({ x, y }, { batchSize: 4 }), {
    epochs: 1,
    optimizer: sgd({ learningRate: 0 }),
    loss: meanSquaredError(),
    callbacks: [{ onBatchEnd: (batch, logs) => void means.push(logs.loss * (batch + 1)) }],
  });
  const losses = means.map((mean, i) => (mean - (means[i - 1] ?? 0)).toFixed(6)); // of each batch alone
  assert.equal(new Set(losses).size, 8);
});

Deno.test("stock dropout works as before once training is over", async () => {
  const layer = tf.layers.dropout({ rate: 0.5, inputShape: [3] }), stock = layer.call;
  const model = setRamps(tf.sequential({ layers: [layer, tf.layers.dense({ units: 2 })] }));
  await fit(model, batches(smallData()), { epochs: 1, optimizer: adam(), loss });
  assert.equal(layer.call, stock);
  assert.ok(!Object.hasOwn(layer, "call"));
});

Deno.test("a learning rate takes effect in a replayed step", async () => {
  const rates: number[] = [0.1, 0.1, 0.1, 0, 0, 0.1], model = smallModel();
  const history = await fit(model, batches(smallData(), { batchSize: 10, shuffle: false }), {
    epochs: 6,
    optimizer: sgd(),
    loss,
    callbacks: [learningRateSchedule((epoch) => rates[epoch]!)],
  });
  const losses = history.metrics.loss!;
  assert.equal(losses[4], losses[3]);
  assert.equal(losses[5], losses[4]);
  assert.ok(losses[2]! < losses[1]! && losses[3]! < losses[2]!);
});

Deno.test("resumed training drops what an unbroken one does, in stock and in recurrent layers", async () => {
  const folder = await Deno.makeTempDir(),
    ids = { values: new Int32Array(24).map((_, i) => i % 5), shape: [6, 4] };
  const build = () =>
    setRamps(tf.sequential({
      layers: [
        tf.layers.embedding({ inputDim: 5, outputDim: 3, inputShape: [4] }),
        gru({ units: 4, dropout: 0.2, recurrentDropout: 0.2 }),
        tf.layers.dropout({ rate: 0.5 }),
        dropout({ rate: 0.1 }),
        tf.layers.dense({ units: 2 }),
      ],
    }));
  const data = batches({ x: ids, y: { values: new Int32Array(6).map((_, i) => i % 2), shape: [6] } }, {
    batchSize: 4,
  });
  const train = (
    options: { epochs: number; callbacks?: ReturnType<typeof checkpoints>[]; resumeFrom?: string },
  ): Promise<History> => fit(build(), data, { ...options, optimizer: adam(), loss, seed: 5 });
  const unbroken = await train({ epochs: 4 });
  await train({ epochs: 2, callbacks: [checkpoints(folder)] });
  assert.deepEqual((await train({ epochs: 4, resumeFrom: folder })).metrics, unbroken.metrics);
});
