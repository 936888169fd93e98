import { strict as assert } from "node:assert";
import { applySGD, type Link, oneDNNChain, recurrentPath, tf, useEngine } from "../../lib/engine/mod.ts";
import { embedding, gru, lstm, simpleRNN } from "../../lib/layers/mod.ts";
import { oneToken } from "../../lib/models/mod.ts";
import { tensor } from "../layers/_golden.ts";

await useEngine();
const ignore = recurrentPath() !== "onednn";
const farthest = (a: tf.Tensor, b: tf.Tensor): number => tf.max(tf.abs(tf.sub(a, b))).dataSync()[0]!;
const text = [[3, 1, 4], [0, 2, 5]], size = { inputDim: 6, outputDim: 5 };

/** Weights other than the initial ones: biases are zero there. */
function withWeights(layers: tf.layers.Layer[]): tf.Sequential {
  const model = tf.sequential({ layers });
  model.setWeights(model.getWeights().map(({ shape }, index) => tensor(shape, index + 1, 0.5)));
  return model;
}

/** Logits after the whole text, read at once [B, T] and token by token. */
function bothWays(model: tf.Sequential): [tf.Tensor, tf.Tensor] {
  const atOnce = model.predict(tf.tensor2d(text, undefined, "int32")) as tf.Tensor;
  const stepper = oneToken(model);
  let state = stepper.start(2), logits: tf.Tensor | undefined;
  for (const column of [0, 1, 2]) {
    ({ logits, state } = stepper.step(Int32Array.from(text, (row) => row[column]!), state));
  }
  stepper.dispose();
  return [tf.squeeze(tf.slice(atOnce, [0, 2, 0], [2, 1, atOnce.shape[2]!]), [1]), logits!];
}

const sequence = { units: 7, returnSequences: true };
const rows: Record<string, () => tf.layers.Layer[]> = {
  "lstm": () => [lstm(sequence), tf.layers.dense({ units: 6 })],
  "gru, then dropout": () => [gru(sequence), tf.layers.dropout({ rate: 0.5 }), tf.layers.dense({ units: 6 })],
  "gru, reset before": () => [gru({ ...sequence, resetAfter: false }), tf.layers.dense({ units: 6 })],
  "simpleRNN under lstm, no biases": () => [
    simpleRNN({ ...sequence, useBias: false }),
    lstm({ ...sequence, useBias: false }),
    tf.layers.dense({ units: 6, useBias: false }),
  ],
  "a softmax at the end": () => [lstm(sequence), tf.layers.dense({ units: 6, activation: "softmax" })],
  "a cell that is not native after one that is": () => [
    gru(sequence),
    lstm({ ...sequence, activation: "relu" }),
    tf.layers.dense({ units: 6 }),
  ],
};

for (const [name, make] of Object.entries(rows)) {
  Deno.test({ name: `token by token as at once: ${name}`, ignore }, () => {
    const [atOnce, byToken] = bothWays(withWeights([embedding({ ...size, inputLength: 3 }), ...make()]));
    assert.deepEqual(byToken.shape, [2, 6]);
    assert.ok(farthest(atOnce, byToken) < 2e-6);
  });
}

Deno.test({ name: "an update of the weights in their own memory is seen at the next token", ignore }, () => {
  const layers = [embedding({ ...size, inputLength: 3 }), gru(sequence), tf.layers.dense({ units: 6 })];
  const model = withWeights(layers), stepper = oneToken(model), rate = tf.scalar(0.05);
  for (let run = 0; run < 4; run++) {
    const { logits } = stepper.step(new Int32Array([2]), stepper.start(1));
    const expected = model.predict(tf.tensor2d([[2, 0, 0]], undefined, "int32")) as tf.Tensor;
    assert.ok(farthest(logits, tf.reshape(tf.slice(expected, 0, [1, 1, 6]), [1, 6])) < 2e-6, `run ${run}`);
    for (const weight of model.trainableWeights) {
      const variable = weight.read() as tf.Variable;
      applySGD({ variable, slots: [], gradient: tf.onesLike(variable) }, { rate });
    }
  }
});

Deno.test({ name: "an id that is no row of the embedding is refused", ignore }, () => {
  const links: Link[] = [{ kind: "embedding", weights: [tf.ones([3, 2])] }];
  for (const id of [3, -1]) {
    assert.throws(() => oneDNNChain(links, { ids: tf.tensor1d([id], "int32"), states: [] }), {
      name: "RangeError",
      message: `Cannot look up a row as one of 3: ${id}`,
    });
  }
});
