import assert from "node:assert/strict";
import { tf, useEngine } from "unroll/engine/mod.ts";
import { bidirectional, gru, lstm } from "unroll/layers/mod.ts";

await useEngine();

const x = tf.zeros([1, 2, 4]);
const started = (layer: tf.layers.Layer): number[][] => {
  layer.apply(x);
  return layer.getWeights().filter(({ rank }) => rank > 1).map((weight) => [...weight.dataSync()]);
};

Deno.test("with one seed, kernel and recurrent kernel begin differently, and again the same", () => {
  const make = () => lstm({ units: 4, seed: 5, recurrentInitializer: "glorotUniform" });
  const [kernel, recurrentKernel] = started(make());
  assert.notDeepEqual(kernel, recurrentKernel);
  assert.deepEqual(started(make()), [kernel, recurrentKernel]);
});

Deno.test("with one seed, the two directions begin differently, and again the same", () => {
  const make = () => bidirectional({ layer: gru({ units: 3, seed: 5, useBias: false }) });
  const [kernel, recurrentKernel, ...backward] = started(make());
  assert.notDeepEqual(kernel, backward[0]);
  assert.notDeepEqual(recurrentKernel, backward[1]);
  assert.deepEqual(started(make()), [kernel, recurrentKernel, ...backward]);
});

Deno.test("an initialiser's own seed holds for both directions, as in Keras", () => {
  const kernelInitializer = tf.initializers.glorotUniform({ seed: 9 });
  const [kernel, , backward] = started(
    bidirectional({ layer: lstm({ units: 3, kernelInitializer, seed: 5 }) }),
  );
  assert.deepEqual(kernel, backward);
});

Deno.test("a configuration without a seed has null for it", () => {
  const layer = lstm({ units: 2, seed: null as unknown as undefined });
  assert.equal(started(layer).length, 2);
  assert.equal(layer.getConfig().seed, undefined);
});
