import assert from "node:assert/strict";
import { projectWords, rowsOf, selectWords, wordSimilarity, wordVectors } from "../../lib/text/mod.ts";

const COURT = wordVectors(
  ["man", "king", "woman", "queen", "mat"],
  Float32Array.of(1, 0, 1, 1, -1, 0.1, -1, 1, 0, -1),
);

Deno.test("selectWords: some words in their order, copied", () => {
  const some = selectWords(COURT, ["queen", "man"]);
  assert.deepEqual([some.words, [...some.values]], [["queen", "man"], [-1, 1, 1, 0]]);
  some.values.fill(0);
  assert.deepEqual([...COURT.vectorOf("queen")!], [-1, 1]);
  assert.throws(() => selectWords(COURT, ["fool"]), {
    name: "RangeError",
    message: /"fool" as one of 5 words/,
  });
  assert.throws(() => selectWords(COURT, ["man", "man"]), { name: "RangeError", message: /comes twice/ });
  assert.throws(() => selectWords(COURT, []), RangeError);
});

Deno.test("wordSimilarity: the cosine", () => {
  assert.equal(wordSimilarity(COURT, ["man", "mat"]), 0);
  assert.ok(Math.abs(wordSimilarity(COURT, ["man", "king"]) - Math.SQRT1_2) < 1e-6);
  assert.throws(() => wordSimilarity(COURT, ["man", "fool"]), RangeError);
});

Deno.test("projectWords: places along the directions in which the words differ most", async () => {
  const { points, explained } = await projectWords(COURT, ["man", "woman", "queen"]);
  assert.deepEqual(points.map(({ label }) => label), ["man", "woman", "queen"]);
  const [man, woman, queen] = points, apart = Math.hypot(man!.x - woman!.x, man!.y - woman!.y);
  assert.ok(Math.abs(apart - Math.hypot(2, 0.1)) < 1e-5); // two dimensions are all there are
  assert.ok(explained[0] > explained[1] && Math.abs(explained[0] + explained[1] - 1) < 1e-6);
  assert.ok(Math.abs(man!.x - queen!.x) > Math.abs(woman!.x - queen!.x));
  await assert.rejects(projectWords(COURT, ["man", "fool"]), RangeError);
  await assert.rejects(projectWords(COURT, ["man"]), RangeError);
});

Deno.test("rowsOf: the rows of a matrix", () => {
  assert.deepEqual(rowsOf({ values: Int32Array.of(1, 2, 3, 4), shape: [2, 2] }), [[1, 2], [3, 4]]);
  assert.deepEqual(rowsOf({ values: new Int32Array(0), shape: [0, 3] }), []);
  for (const shape of [[4], [2, 3], [1, 2, 2]]) {
    assert.throws(() => rowsOf({ values: new Int32Array(4), shape }), {
      name: "RangeError",
      message: /as rows/,
    });
  }
});
