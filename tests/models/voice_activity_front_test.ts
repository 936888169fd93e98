import assert from "node:assert/strict";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { voiceActivityCDNN, voiceActivityRawCDNN } from "../../lib/models/mod.ts";

await useEngine();

Deno.test("voiceActivityCDNN: the convolution sees one frame and its neighbours in frequency", () => {
  const model = voiceActivityCDNN({ features: 6, filters: 1, kernelSize: 2, poolSize: 2, units: [1] });
  const front = model.layers.findIndex((layer) => layer.getClassName() === "ReLU") + 2;
  const middle = tf.model({
    inputs: model.inputs,
    outputs: model.layers[front - 1]!.output as tf.SymbolicTensor,
  });
  model.layers[2]!.setWeights([tf.tensor4d([1, 10], [1, 2, 1, 1]), tf.tensor1d([-30])]);
  const frames = tf.tensor3d([1, 2, 3, 4, 5, 0, 9, 0, 0, 0, 0, 1], [1, 2, 6]);
  // f0 + 10 f1 - 30 at five places, the larger of two and two, the fifth left over; then ReLU
  assert.deepEqual((middle.predict(frames) as tf.Tensor).arraySync(), [[[2, 24], [0, 0]]]);
});

Deno.test("voiceActivityRawCDNN: each window by itself, as the study's loop has it", () => {
  const kernelSize = 6, windowLength = 14, hopLength = 4, filters = 10;
  const model = voiceActivityRawCDNN({
    filters,
    kernelSize,
    windowLength,
    hopLength,
    frequencyFilters: 2,
    seed: 4,
  });
  const end = model.layers.findIndex((layer) => layer.getClassName() === "LogCompression");
  const front = tf.model({
    inputs: model.inputs,
    outputs: model.layers[end]!.output as tf.SymbolicTensor,
  });
  const layer = model.layers[end - 1]!;
  layer.setWeights([layer.getWeights()[0]!, tf.linspace(-0.2, 0.2, filters)]);
  const [kernel, bias] = layer.getWeights().map((weight) => [...weight.dataSync()]);
  const x = tf.randomNormal([2, 3 * hopLength + windowLength + 2, 1], 0, 1, "float32", 5),
    sound = x.dataSync();
  const found = (front.predict(x) as tf.Tensor3D).arraySync(), length = x.shape[1]!;
  assert.deepEqual([found.length, found[0]!.length, found[0]![0]!.length], [2, 4, filters]);
  found.forEach((rows, b) =>
    rows.forEach((row, t) =>
      row.forEach((value, f) => {
        const outputs = Array.from({ length: windowLength - kernelSize + 1 }, (_, p) => {
          const from = b * length + t * hopLength + p;
          return kernel!.reduce(
            (sum, weight, i) =>
              i % filters === f ? sum + weight * sound[from + Math.floor(i / filters)]! : sum,
            bias![f]!,
          );
        });
        const expected = Math.log(Math.max(0, ...outputs) + 0.01);
        assert.ok(Math.abs(value - expected) < 1e-4, `${b} ${t} ${f}: ${value} ${expected}`);
      })
    )
  );
});
