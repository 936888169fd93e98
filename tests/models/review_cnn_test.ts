import assert from "node:assert/strict";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { reviewCNN, summary } from "../../lib/models/mod.ts";

await useEngine();

Deno.test("reviewCNN: study 002's layers and parameters", () => {
  const { rows, parameters } = summary(reviewCNN());
  assert.equal(parameters, 1_315_937);
  assert.deepEqual(rows.map(({ shape }) => shape.slice(1)), [
    [500, 128],
    [494, 32],
    [98, 32],
    [92, 32],
    [32],
    [1],
  ]);
});

Deno.test("reviewCNN: the seed decides the weights, the last activation the answers", () => {
  const sizes = { vocabularySize: 20, words: 50, embedding: 4, filters: 2 };
  const answer = (options: Parameters<typeof reviewCNN>[0]) =>
    tf.tidy(() =>
      (reviewCNN({ ...sizes, ...options }).predict(tf.ones([1, 50], "int32")) as tf.Tensor).dataSync()[0]!
    );
  assert.equal(answer({ seed: 3 }), answer({ seed: 3 }));
  assert.notEqual(answer({ seed: 3 }), answer({ seed: 4 }));
  const share = answer({ seed: 3 }), logit = answer({ seed: 3, lastActivation: "linear" });
  assert.ok(Math.abs(share - 1 / (1 + Math.exp(-logit))) < 1e-6);
});

Deno.test("reviewCNN: too few words are a range error", () => {
  assert.equal(reviewCNN({ words: 41, vocabularySize: 2 }).outputs.length, 1);
  assert.throws(() => reviewCNN({ words: 40 }), {
    name: "RangeError",
    message: "Cannot convolve reviews as of at least 41 words: 40",
  });
  assert.throws(() => reviewCNN({ words: NaN }), /as words >= 1, a whole number: NaN/);
});
