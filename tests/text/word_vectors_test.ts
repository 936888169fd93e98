import assert from "node:assert/strict";
import { analogy, embeddingMatrix, nearestWords, wordVectors } from "../../lib/text/mod.ts";

Deno.test("wordVectors: words and numbers have to fit", () => {
  assert.throws(() => wordVectors([], new Float32Array(0)), RangeError);
  assert.throws(() => wordVectors(["a", "b"], new Float32Array(3)), { message: /Cannot share 3 numbers/ });
  assert.throws(() => wordVectors(["a", "a"], new Float32Array(2)), {
    name: "RangeError",
    message: /comes twice/,
  });
});

const COURT = wordVectors(
  ["man", "king", "woman", "queen", "mat"],
  Float32Array.of(1, 0, 1, 1, -1, 0.1, -1, 1, 0, -1),
);

Deno.test("embeddingMatrix: a row where the index says, zeros elsewhere, coverage reported", () => {
  const matrix = embeddingMatrix(COURT, new Map([["queen", 2], ["fool", 1], ["mat", 3]]));
  assert.deepEqual(matrix.values, Float32Array.of(0, 0, 0, 0, -1, 1, 0, -1));
  assert.deepEqual([matrix.shape, matrix.found, matrix.missing, matrix.coverage], [
    [4, 2],
    2,
    ["fool"],
    2 / 3,
  ]);
  const cut = embeddingMatrix(COURT, new Map([["queen", 2], ["fool", 1]]), { size: 2 });
  assert.deepEqual([cut.shape, cut.found, cut.coverage], [[2, 2], 0, 0]);
});

Deno.test("embeddingMatrix: without words or rows it is a range error", () => {
  assert.throws(() => embeddingMatrix(COURT, new Map()), {
    name: "RangeError",
    message: /positive number of rows: 0/,
  });
  assert.throws(() => embeddingMatrix(COURT, new Map([["man", 5]]), { size: 2 }), {
    message: /no word has one of them/,
  });
});

Deno.test("nearestWords: by the angle, the word itself left out", () => {
  assert.deepEqual(nearestWords(COURT, "king").map(({ word }) => word), ["man", "queen", "woman", "mat"]);
  assert.deepEqual(nearestWords(COURT, [0, -3], { count: 1 }), [{ word: "mat", similarity: 1 }]);
  assert.equal(nearestWords(COURT, [0, 0], { count: 1 })[0]!.similarity, 0);
});

Deno.test("analogy: man is to king as woman to queen", () => {
  assert.equal(analogy(COURT, { from: "man", to: "king", like: "woman" })[0]!.word, "queen");
  assert.equal(analogy(COURT, { from: "man", to: "king", like: "woman" }, { count: 1 }).length, 1);
});

Deno.test("nearestWords and analogy: what has no vector is a range error", () => {
  assert.throws(() => nearestWords(COURT, "fool"), {
    name: "RangeError",
    message: /Cannot find "fool" as one of 5 words/,
  });
  assert.throws(() => nearestWords(COURT, [1]), { name: "RangeError", message: /of 2 numbers: 1/ });
  assert.throws(() => nearestWords(COURT, "man", { count: 0 }), RangeError);
  assert.throws(() => analogy(COURT, { from: "man", to: "king", like: "fool" }), RangeError);
});
