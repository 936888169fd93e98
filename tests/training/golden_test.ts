import { gru, lstm } from "../../lib/layers/mod.ts";
import {
  accuracy,
  adam,
  batches,
  binaryCrossentropy,
  fit,
  type FitOptions,
  sgd,
} from "../../lib/training/mod.ts";
import golden from "../reference/training/golden.json" with { type: "json" };
import { ramp, setRamps, smallData, smallModel, tf } from "./_engine.ts";
import { assertTrained, sparse } from "./_golden.ts";

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
