import assert from "node:assert/strict";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { sentimentLSTM } from "../../lib/models/mod.ts";

await useEngine();
const small = { vocabularySize: 20, embedding: 4, length: 6, units: [5, 3], dense: [2] };

Deno.test("sentimentLSTM: study 001's layers and their parameters", () => {
  const model = sentimentLSTM();
  assert.deepEqual(model.layers.map((layer) => layer.countParams()), [160_000, 20_736, 12_416, 198, 7]);
  assert.equal(model.countParams(), 193_357);
  assert.deepEqual(model.outputShape, [null, 1]);
});

Deno.test("sentimentLSTM: both directions, dropout, more layers, no LSTM", () => {
  const kinds = (options: Parameters<typeof sentimentLSTM>[0]) =>
    sentimentLSTM({ ...small, ...options }).layers.map((layer) => layer.getClassName());
  assert.deepEqual(kinds({}), ["Embedding", "LSTM", "LSTM", "Dense", "Dense"]);
  assert.deepEqual(kinds({ bidirectional: true }).slice(1, 3), ["Bidirectional", "Bidirectional"]);
  assert.deepEqual(kinds({ dropout: 0.5 }), ["Embedding", "LSTM", "LSTM", "Dropout", "Dense", "Dense"]);
  assert.deepEqual(kinds({ units: [5, 4, 3], dense: [4, 2] }).length, 7);
  assert.deepEqual(kinds({ units: [] }), ["Embedding", "GlobalAveragePooling1D", "Dense", "Dense"]);
});

Deno.test("sentimentLSTM: the same seed gives the same model, another one another", () => {
  const x = tf.tensor2d([[1, 2, 3, 4, 5, 6]], [1, 6], "int32");
  const answer = (seed: number) => (sentimentLSTM({ ...small, seed }).predict(x) as tf.Tensor).dataSync()[0]!;
  assert.equal(answer(1), answer(1));
  assert.notEqual(answer(1), answer(2));
  assert.ok(answer(1) > 0 && answer(1) < 1);
});

Deno.test("sentimentLSTM: activation of the dense layer", () => {
  const activation = (options: Parameters<typeof sentimentLSTM>[0]) =>
    sentimentLSTM({ ...small, ...options }).layers.at(-2)!.getConfig().activation;
  assert.equal(activation({}), "relu");
  assert.equal(activation({ activation: "tanh" }), "tanh");
});

Deno.test("sentimentLSTM: sizes that are none are range errors", () => {
  assert.throws(
    () => sentimentLSTM({ ...small, units: [0] }),
    /as units of LSTM layer 1 >= 1, a whole number: 0/,
  );
  assert.throws(() => sentimentLSTM({ ...small, dense: [2, NaN] }), /units of dense layer 2 .*: NaN/);
  assert.throws(() => sentimentLSTM({ ...small, vocabularySize: 2.5 }), RangeError);
});
