import { strict as assert } from "node:assert";
import { compiled, tf, useEngine } from "../../lib/engine/mod.ts";
import { bidirectional, gru, lstm, peepholeLSTM, registerLayers, simpleRNN } from "../../lib/layers/mod.ts";

await useEngine();
const run = (layer: tf.layers.Layer, x: tf.Tensor, options = {}): tf.Tensor =>
  layer.apply(x, options) as tf.Tensor;
const farthest = (a: tf.Tensor, b: tf.Tensor): number => tf.max(tf.abs(tf.sub(a, b))).dataSync()[0]!;
const noise = (shape: number[], seed = 1): tf.Tensor => tf.randomNormal(shape, 0, 1, "float32", seed);

Deno.test("Keras's defaults: weights, shapes, forget gate", () => {
  const layer = lstm({ units: 3 });
  run(layer, tf.zeros([1, 2, 5]));
  assert.deepEqual(layer.getWeights().map(({ shape }) => shape), [[5, 12], [3, 12], [12]]);
  assert.deepEqual([...layer.getWeights()[2]!.dataSync()], [0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
  const recurrent = layer.getWeights()[1]!;
  assert.ok(farthest(tf.matMul(recurrent, recurrent, false, true), tf.eye(3)) < 1e-5, "orthogonal");
  const unit = gru({ units: 3 });
  run(unit, tf.zeros([1, 2, 5]));
  assert.deepEqual(unit.getWeights().map(({ shape }) => shape), [[5, 9], [3, 9], [2, 9]]);
  const peephole = peepholeLSTM({ units: 3 });
  run(peephole, tf.zeros([1, 2, 5]));
  assert.deepEqual(peephole.getWeights().map(({ shape }) => shape), [[5, 12], [3, 12], [12], [3, 3]]);
});

Deno.test("the same seed gives the same weights and dropout, another one others", () => {
  const made = (seed: number): tf.Tensor =>
    run(lstm({ units: 4, seed, dropout: 0.5, recurrentDropout: 0.5 }), noise([2, 5, 3]), { training: true });
  assert.equal(farthest(made(7), made(7)), 0);
  assert.ok(farthest(made(7), made(8)) > 1e-3);
});

Deno.test("a peephole LSTM without peepholes is an LSTM", () => {
  const x = noise([2, 6, 3]), layers = [lstm({ units: 4 }), peepholeLSTM({ units: 4 })] as const;
  layers.forEach((layer) => run(layer, x));
  layers[1].setWeights([...layers[0].getWeights(), tf.zeros([3, 4])]);
  assert.ok(farthest(run(layers[0], x), run(layers[1], x)) < 1e-6);
});

Deno.test("dropout: other masks at each call, none outside training, the mean stays", () => {
  for (const rates of [{ dropout: 0.4 }, { recurrentDropout: 0.4 }]) {
    const layer = gru({ units: 6, ...rates, seed: 3 }), x = noise([3, 5, 4]);
    assert.equal(farthest(run(layer, x), run(layer, x)), 0);
    assert.ok(farthest(run(layer, x, { training: true }), run(layer, x, { training: true })) > 1e-4);
  }
});

Deno.test("one layer takes sequences of any length and batches of any size", () => {
  const layer = gru({ units: 4, returnSequences: true });
  for (const [batch, time] of [[1, 1], [2, 9], [5, 3]] as const) {
    assert.deepEqual(run(layer, noise([batch, time, 3])).shape, [batch, time, 4]);
  }
});

Deno.test("an empty batch gives an empty output", () => {
  assert.deepEqual(run(lstm({ units: 4 }), tf.zeros([0, 3, 2])).shape, [0, 4]);
  assert.deepEqual(run(gru({ units: 4, returnSequences: true }), tf.zeros([0, 3, 2])).shape, [0, 3, 4]);
});

Deno.test("not-a-number passes through, and only its own sequence suffers", () => {
  const x = noise([2, 4, 3]).arraySync() as number[][][];
  x[0]![1]![2] = NaN;
  const [first, second] = tf.unstack(run(lstm({ units: 2 }), tf.tensor3d(x)));
  assert.ok(first!.dataSync().every(Number.isNaN));
  assert.ok(second!.dataSync().every(Number.isFinite));
});

Deno.test("models: stacked, functional with states, a mask that ends where Keras's ends", () => {
  const input = tf.input({ shape: [null, 3] });
  const [y, h, c] = lstm({ units: 4, returnSequences: true, returnState: true }).apply(
    input,
  ) as tf.SymbolicTensor[];
  const decoded = lstm({ units: 4 }).apply(y!, { initialState: [h!, c!] }) as tf.SymbolicTensor;
  const plain = lstm({ units: 4 }).apply(y!) as tf.SymbolicTensor; // must not inherit the state of the one before
  const model = tf.model({ inputs: input, outputs: [decoded, plain] });
  const x = noise([2, 5, 3]), [first, second] = model.predict(x) as tf.Tensor[];
  assert.deepEqual(first!.shape, [2, 4]);
  assert.ok(farthest(first!, second!) > 1e-4);

  const masked = tf.sequential({
    layers: [
      tf.layers.embedding({ inputDim: 5, outputDim: 3, maskZero: true, inputLength: 6 }),
      lstm({ units: 4 }),
      tf.layers.repeatVector({ n: 2 }),
      lstm({ units: 4 }),
    ],
  });
  assert.deepEqual((masked.predict(tf.tensor2d([[1, 2, 0, 0, 0, 0]], [1, 6], "int32")) as tf.Tensor).shape, [
    1,
    4,
  ]);
});

Deno.test("a stateful layer goes on where it stopped, until it is reset", () => {
  const whole = gru({ units: 4 }), parts = gru({ units: 4, stateful: true, batchInputShape: [2, 3, 5] });
  const x = noise([2, 6, 5]);
  const expected = run(whole, x);
  run(parts, tf.zeros([2, 3, 5]));
  parts.setWeights(whole.getWeights());
  for (let round = 0; round < 2; round++) {
    parts.resetStates();
    run(parts, tf.slice(x, [0, 0, 0], [2, 3, 5]));
    assert.ok(farthest(run(parts, tf.slice(x, [0, 3, 0], [2, 3, 5])), expected) < 1e-6);
  }
});

Deno.test("a stateful layer goes on in a recorded step too", () => {
  const layer = lstm({ units: 4, stateful: true, batchInputShape: [2, 5, 3] }), x = noise([2, 5, 3]);
  const step = compiled((x) => [tf.clone(layer.apply(x) as tf.Tensor)]);
  const rounds = [1, 2].map(() => {
    layer.built ? layer.resetStates() : run(layer, x) && layer.resetStates();
    return Array.from({ length: 5 }, () => step(x)[0]!);
  });
  assert.equal(new Set(rounds[0]!.map((output) => output.dataSync()[0])).size, 5);
  rounds[0]!.forEach((output, i) => assert.ok(farthest(output, rounds[1]![i]!) < 1e-7));
  step.dispose();
});

Deno.test("a recorded step with gradients is replayed, with other dropout each time", () => {
  const layer = bidirectional({ layer: lstm({ units: 4, dropout: 0.5, seed: 1, returnSequences: true }) });
  run(layer, noise([2, 5, 30]));
  const weights = layer.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const step = compiled((x) => {
    const { value, grads } = tf.variableGrads(
      () => tf.sum(tf.square(layer.apply(x, { training: true }) as tf.Tensor)),
      weights,
    );
    return [value, ...Object.values(grads)];
  });
  const x = noise([2, 5, 30]), losses = [1, 2, 3, 4, 5].map(() => step(x)[0]!.dataSync()[0]!);
  if (tf.getBackend() === "tensorflow") assert.match(step.state, /replayed/);
  assert.equal(new Set(losses).size, 5, `${losses}`);
  step.dispose();
});

Deno.test("saved models: a layer's configuration makes the same layer", async () => {
  registerLayers();
  const layers = [
    lstm({
      units: 3,
      kernelRegularizer: "l2",
      recurrentConstraint: "maxNorm",
      returnSequences: true,
      inputShape: [4, 2],
    }),
    bidirectional({
      layer: gru({ units: 3, returnSequences: true, recurrentDropout: 0.1 }),
      mergeMode: "sum",
    }),
    peepholeLSTM({ units: 2, returnSequences: true }),
    simpleRNN({ units: 2, activation: "relu", goBackwards: true }),
  ];
  const model = tf.sequential({ layers }), x = noise([2, 4, 2]);
  let saved: tf.io.ModelArtifacts | undefined;
  await model.save(tf.io.withSaveHandler((artifacts) => {
    saved = artifacts;
    return Promise.resolve({ modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: "JSON" } });
  }));
  const loaded = await tf.loadLayersModel(tf.io.fromMemory(saved!));
  assert.ok(farthest(model.predict(x) as tf.Tensor, loaded.predict(x) as tf.Tensor) < 1e-6);
  const plain = (model: tf.LayersModel): string =>
    JSON.stringify(model.layers.map((layer) => layer.getConfig()), (_, value) => value ?? undefined);
  assert.equal(plain(loaded), plain(model as unknown as tf.LayersModel));
  assert.equal(loaded.layers[1]!.getClassName(), "Bidirectional");
});

Deno.test("stock tfjs's layers take the configurations and give the same numbers", () => {
  const options = { units: 3, returnSequences: true, kernelRegularizer: "l1l2", dropout: 0.1 },
    x = noise([2, 4, 2]);
  const pairs = [
    [lstm(options), tf.layers.lstm],
    [simpleRNN(options), tf.layers.simpleRNN],
    [gru({ ...options, resetAfter: false }), tf.layers.gru],
  ] as const;
  for (const [layer, stock] of pairs) {
    const expected = run(layer, x), twin = stock({ ...layer.getConfig(), name: undefined } as never);
    run(twin, x);
    twin.setWeights(layer.getWeights());
    assert.ok(farthest(run(twin, x), expected) < 1e-6, layer.getClassName());
  }
});

Deno.test("regularisers count, constraints hold, frozen layers give no weights", () => {
  const layer = lstm({
    units: 3,
    kernelRegularizer: tf.regularizers.l2({ l2: 1 }),
    recurrentConstraint: "nonNeg",
  });
  run(layer, tf.zeros([1, 2, 2]));
  const expected = tf.sum(tf.square(layer.getWeights()[0]!)).dataSync()[0]!;
  assert.ok(Math.abs(layer.calculateLosses()[0]!.dataSync()[0]! - expected) < 1e-5);
  layer.weights[1]!.write(tf.fill([3, 12], -1));
  assert.ok(layer.getWeights()[1]!.dataSync().every((value) => value === 0));
  const both = bidirectional({ layer: gru({ units: 2 }) });
  run(both, tf.zeros([1, 2, 2]));
  assert.equal(both.trainableWeights.length, 6);
  both.trainable = false;
  assert.equal(both.trainableWeights.length, 0);
  assert.equal(both.nonTrainableWeights.length, 6);
});
