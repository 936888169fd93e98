import { strict as assert } from "node:assert";
import { seedGenerator, tf, useEngine } from "../../lib/engine/mod.ts";
import { gru, lstm, simpleRNN } from "../../lib/layers/mod.ts";
import { dropoutMask } from "../../lib/layers/_dropout_mask.ts";
import { tensor } from "./_golden.ts";

await useEngine();
const batch = 2, steps = 4, features = 3, units = 2, rate = 0.4, seed = 11;

type Product = (x: tf.Tensor, masks: tf.Tensor[], kernel: tf.Tensor) => tf.Tensor[];

/** One product a gate, each with its own mask: what Keras calls implementation 1. */
const perGate: Product = (x, masks, kernel) =>
  tf.split(kernel, masks.length, 1).map((part, gate) => tf.matMul(tf.mul(x, masks[gate]!), part));

/** A step of Keras's cells as its documentation writes them; the weights are kernel, recurrent kernel, bias. */
const cells = {
  lstm(x: tf.Tensor[], h: tf.Tensor[], [, c]: tf.Tensor[], bias: tf.Tensor) {
    const b = tf.split(bias, 4), z = x.map((each, gate) => tf.add(tf.add(each, h[gate]!), b[gate]!));
    const carry = tf.add(tf.mul(tf.sigmoid(z[1]!), c!), tf.mul(tf.sigmoid(z[0]!), tf.tanh(z[2]!)));
    return [tf.mul(tf.sigmoid(z[3]!), tf.tanh(carry)), carry];
  },
  gru(x: tf.Tensor[], h: tf.Tensor[], [before]: tf.Tensor[], bias: tf.Tensor) {
    const [own, recurrent] = tf.unstack(bias).map((row) => tf.split(row, 3));
    const gate = (i: number) =>
      tf.sigmoid(
        tf.addN(
          [x[i]!, own![i]!, h[i]!, recurrent![i]!].map((each) => tf.add(each, tf.zeros([batch, units]))),
        ),
      );
    const inner = tf.mul(gate(1), tf.add(h[2]!, recurrent![2]!));
    const candidate = tf.tanh(tf.add(tf.add(x[2]!, own![2]!), inner)), z = gate(0);
    return [tf.add(tf.mul(z, before!), tf.mul(tf.sub(1, z), candidate))];
  },
  simpleRNN: (x: tf.Tensor[], h: tf.Tensor[], _: tf.Tensor[], bias: tf.Tensor) => [
    tf.tanh(tf.add(tf.add(x[0]!, h[0]!), bias)),
  ],
};

for (
  const [name, make, gates] of [["lstm", lstm, 4], ["gru", gru, 3], ["simpleRNN", simpleRNN, 1]] as const
) {
  Deno.test(`${name}: both dropouts have a mask a gate, the same at every step`, () => {
    const layer = make({ units, dropout: rate, recurrentDropout: rate, seed });
    const x = tensor([batch, steps, features], 1);
    layer.apply(x);
    layer.setWeights(layer.getWeights().map(({ shape }, i) => tensor(shape, 2 + i)));
    const [kernel, recurrentKernel, bias] = layer.getWeights();
    const draws = seedGenerator(seed);
    const masks = (size: number) =>
      Array.from({ length: gates }, () => dropoutMask([batch, size], rate, draws));
    const inputMasks = masks(features), stateMasks = masks(units);
    let state = [tf.zeros([batch, units]), tf.zeros([batch, units])];
    for (const step of tf.unstack(x, 1)) {
      const seen = perGate(step, inputMasks, kernel!),
        recalled = perGate(state[0]!, stateMasks, recurrentKernel!);
      state = cells[name](seen, recalled, state, bias!);
    }
    const off = tf.max(tf.abs(tf.sub(layer.apply(x, { training: true }) as tf.Tensor, state[0]!)))
      .dataSync()[0]!;
    assert.ok(off < 1e-6, `${off}`);
  });
}
