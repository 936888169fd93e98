import assert from "node:assert/strict";
import { gru, lstm } from "../../lib/layers/mod.ts";
import {
  accuracy,
  adam,
  adamw,
  batches,
  binaryCrossentropy,
  categoricalCrossentropy,
  fit,
  type FitOptions,
  type History,
  type Loss,
  meanAbsoluteError,
  meanSquaredError,
  type Optimizer,
  rmsprop,
  sgd,
  sparseCategoricalCrossentropy,
} from "../../lib/training/mod.ts";
import golden from "../reference/training/golden.json" with { type: "json" };
import { ramp, setRamps, smallData, smallModel, tf } from "./_engine.ts";

interface Trained {
  history: Record<string, number[]>;
  weights: number[][];
}

const sparse = sparseCategoricalCrossentropy({ fromLogits: true });

function assertClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  assert.equal(actual.length, expected.length);
  Array.from(actual).forEach((value, i) =>
    assert.ok(
      Math.abs(value - expected[i]!) <= tolerance * Math.max(1, Math.abs(expected[i]!)),
      `${value} ${expected[i]}`,
    )
  );
}

function assertTrained(model: tf.LayersModel, history: History, expected: Trained): void {
  assert.deepEqual(Object.keys(history.metrics).sort(), Object.keys(expected.history).sort());
  for (const [name, values] of Object.entries(expected.history)) {
    assertClose(history.metrics[name]!, values, 1e-5);
  }
  model.getWeights().forEach((weight, i) => assertClose(weight.dataSync(), expected.weights[i]!, 1e-4));
}

const optimizers: Record<keyof typeof golden.optimizers, Optimizer> = {
  adam: adam({ learningRate: 0.05 }),
  adamDefault: adam(),
  adamw: adamw({ learningRate: 0.05 }),
  adamDecay: adam({ learningRate: 0.05, weightDecay: 0.1 }),
  rmsprop: rmsprop({ learningRate: 0.02 }),
  rmspropMomentum: rmsprop({ learningRate: 0.02, momentum: 0.9 }),
  rmspropCentered: rmsprop({ learningRate: 0.02, centered: true, momentum: 0.5 }),
  sgd: sgd({ learningRate: 0.5 }),
  sgdMomentum: sgd({ learningRate: 0.1, momentum: 0.9 }),
  sgdNesterov: sgd({ learningRate: 0.1, momentum: 0.9, nesterov: true }),
  clipNorm: sgd({ learningRate: 0.5, clipNorm: 0.1 }),
  clipValue: sgd({ learningRate: 0.5, clipValue: 0.02 }),
  globalClipNorm: sgd({ learningRate: 0.5, globalClipNorm: 0.15 }),
  adamGlobalClipNorm: adam({ learningRate: 0.05, globalClipNorm: 0.15 }),
};

for (const [name, optimizer] of Object.entries(optimizers)) {
  Deno.test(`ten steps of ${name} are Keras's`, async () => {
    const model = smallModel(), data = batches(smallData(), { batchSize: 10, shuffle: false });
    const history = await fit(model, data, { epochs: 10, optimizer, loss: sparse });
    assertTrained(model, history, golden.optimizers[name as keyof typeof golden.optimizers]);
  });
}

const small = (options: Partial<FitOptions> & Pick<FitOptions, "optimizer">): FitOptions => ({
  epochs: 3,
  loss: sparse,
  ...options,
});

Deno.test("smaller last batches, accuracy and validation are Keras's", async () => {
  const model = smallModel(),
    { x, y } = smallData(),
    data = batches({ x, y }, { batchSize: 4, shuffle: false });
  const some = {
    x: { values: x.values.slice(0, 21), shape: [7, 3] },
    y: { values: y.values.slice(0, 7), shape: [7] },
  };
  const validation = batches(some, { batchSize: 4, shuffle: false });
  const options = small({ optimizer: adam({ learningRate: 0.05 }), metrics: [accuracy()], validation });
  assertTrained(model, await fit(model, data, options), golden.fit.smallerLastBatch);
});

Deno.test("regularisation is Keras's", async () => {
  const { l1l2, l2 } = tf.regularizers;
  const model = smallModel({
    kernelRegularizer: l1l2({ l1: 0.01, l2: 0.02 }),
    biasRegularizer: l2({ l2: 0.1 }),
  });
  const data = batches(smallData(), { batchSize: 4, shuffle: false });
  const history = await fit(model, data, small({ optimizer: adam({ learningRate: 0.05 }) }));
  assertTrained(model, history, golden.fit.regularizers);
});

Deno.test("constraints are Keras's", async () => {
  const model = smallModel({ kernelConstraint: tf.constraints.maxNorm({ maxValue: 0.5 }) });
  const data = batches(smallData(), { batchSize: 4, shuffle: false });
  assertTrained(
    model,
    await fit(model, data, small({ optimizer: sgd({ learningRate: 0.5 }) })),
    golden.fit.constraints,
  );
});

Deno.test("sample weights are Keras's", async () => {
  const model = smallModel(),
    sampleWeight = { values: Float32Array.from({ length: 10 }, (_, i) => i % 4 / 2), shape: [10] };
  const data = batches({ ...smallData(), sampleWeight }, { batchSize: 4, shuffle: false });
  const options = small({ optimizer: sgd({ learningRate: 0.5 }), metrics: [accuracy()] });
  assertTrained(model, await fit(model, data, options), golden.fit.sampleWeight);
});

// Only SGD below an embedding: Keras on TensorFlow squares the gradients of a token's occurrences one by one in the other optimizers,
// which is not the square of their sum.
const ids = { values: new Int32Array([1, 2, 3, 0, 4, 1, 0, 0, 2, 2, 2, 2]), shape: [3, 4] };

function ramped(...layers: tf.layers.Layer[]): tf.LayersModel {
  return setRamps(tf.sequential({ layers }));
}

Deno.test("a mask that reaches the output leaves padding out of the loss, as in Keras", async () => {
  const model = ramped(
    tf.layers.embedding({ inputDim: 5, outputDim: 3, maskZero: true, inputShape: [4] }),
    gru({ units: 4, returnSequences: true }),
    tf.layers.dense({ units: 5 }),
  );
  const y = { values: new Int32Array([2, 3, 1, 0, 1, 2, 0, 0, 2, 0, 1, 4]), shape: [3, 4] };
  const data = batches({ x: ids, y }, { batchSize: 2, shuffle: false });
  const history = await fit(model, data, small({ epochs: 5, optimizer: sgd({ learningRate: 0.5 }) }));
  assertTrained(model, history, golden.fit.mask);
});

Deno.test("yes or no from an LSTM is Keras's", async () => {
  const model = ramped(
    tf.layers.embedding({ inputDim: 5, outputDim: 3, inputShape: [4] }),
    lstm({ units: 4 }),
    tf.layers.dense({ units: 1, activation: "sigmoid" }),
  );
  const data = batches({ x: ids, y: { values: new Float32Array([1, 0, 1]), shape: [3] } }, {
    batchSize: 2,
    shuffle: false,
  });
  const options = {
    epochs: 5,
    optimizer: sgd({ learningRate: 0.5 }),
    loss: binaryCrossentropy(),
    metrics: [accuracy()],
  };
  assertTrained(model, await fit(model, data, options), golden.fit.binary);
});

Deno.test("batch normalisation's moving statistics are Keras's", async () => {
  const model = ramped(
    tf.layers.dense({ units: 4, inputShape: [3], activation: "tanh" }),
    tf.layers.batchNormalization({ momentum: 0.8 }),
    tf.layers.dense({ units: 2 }),
  );
  tf.tidy(() => model.layers[1]!.setWeights([tf.ones([4]), tf.zeros([4]), tf.zeros([4]), tf.ones([4])]));
  const { x, y } = smallData(), data = batches({ x, y }, { batchSize: 4, shuffle: false });
  const some = {
    x: { values: x.values.slice(0, 21), shape: [7, 3] },
    y: { values: y.values.slice(0, 7), shape: [7] },
  };
  const options = small({ epochs: 4, optimizer: adam({ learningRate: 0.05 }), validation: batches(some) });
  const history = await fit(model, data, options), expected = golden.fit.batchNormalization;
  assertTrained(model, history, { ...expected, weights: layerOrder(model, expected.weights) });
});

/** Keras lists weights layer by layer, tfjs the trained ones first. */
function layerOrder(model: tf.LayersModel, weights: number[][]): number[][] {
  const all = model.layers.flatMap((layer) => layer.getWeights());
  return model.getWeights().map((weight) => weights[all.findIndex(({ id }) => id === weight.id)]!);
}

Deno.test("a stateful layer carries its state from batch to batch and epoch to epoch, as in Keras", async () => {
  const model = ramped(
    gru({ units: 4, stateful: true, batchInputShape: [2, 3, 2] }),
    tf.layers.dense({ units: 2 }),
  );
  const data = batches({ x: ramp([4, 3, 2]), y: tf.tensor1d([0, 1, 0, 1], "int32") }, {
    batchSize: 2,
    shuffle: false,
  });
  const history = await fit(model, data, small({ epochs: 4, optimizer: sgd({ learningRate: 0.5 }) }));
  assertTrained(model, history, golden.fit.stateful);
});

Deno.test("losses are Keras's", () => {
  const labels = tf.tensor2d([[1, 0], [0, 1], [1, 1]]),
    shares = tf.tensor2d([[0.9, 0.2], [0.5, 0], [1, 0.3]]);
  const three = tf.tensor2d([[0.2, 0.3, 0.5], [0, 1, 0], [2, 1, 1]]),
    classes = tf.tensor1d([2, 0, 1], "int32");
  const oneHot = tf.oneHot(classes, 3),
    logits = tf.tensor2d([[3, -2], [-40, 40], [0, 0.5]]),
    fromLogits = true;
  const cases: Record<keyof typeof golden.losses, [Loss, tf.Tensor, tf.Tensor]> = {
    binary: [binaryCrossentropy(), labels, shares],
    binaryLogits: [binaryCrossentropy({ fromLogits }), labels, logits],
    categorical: [categoricalCrossentropy(), oneHot, three],
    categoricalLogits: [categoricalCrossentropy({ fromLogits }), oneHot, three],
    sparse: [sparseCategoricalCrossentropy(), classes, three],
    sparseLogits: [sparseCategoricalCrossentropy({ fromLogits }), classes, three],
    squared: [meanSquaredError(), labels, logits],
    absolute: [meanAbsoluteError(), labels, logits],
  };
  for (const [name, [loss, wanted, predicted]] of Object.entries(cases)) {
    assertClose(loss(wanted, predicted).dataSync(), golden.losses[name as keyof typeof golden.losses], 1e-6);
  }
});
