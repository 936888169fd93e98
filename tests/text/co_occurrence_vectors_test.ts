import assert from "node:assert/strict";
import { random } from "../../lib/core/mod.ts";
import { sparse, times } from "../../lib/text/vectors/_sparse.ts";
import { spectrum } from "../../lib/text/vectors/_spectrum.ts";
import { coOccurrenceVectors, nearestWords } from "../../lib/text/mod.ts";

/** Two topics that never mix: words of one are neighbours of each other only. */
const TEXTS = Array.from({ length: 60 }, (_, i) => {
  const chance = random(i),
    topic = i % 2 === 0 ? ["cat", "dog", "milk", "paw"] : ["star", "moon", "sky", "sun"];
  return Array.from({ length: 12 }, () => topic[chance.integer(0, 4)]!);
});

Deno.test("coOccurrenceVectors: words with the same neighbours are near", async () => {
  const vectors = await coOccurrenceVectors(TEXTS, { dimensions: 3, window: 2 });
  assert.equal(vectors.dimensions, 3);
  const near = nearestWords(vectors, "cat", { count: 3 }).map(({ word }) => word).sort();
  assert.deepEqual(near, ["dog", "milk", "paw"]);
});

Deno.test("coOccurrenceVectors: the commonest words first, others left out, zeros beyond the count of words", async () => {
  const vectors = await coOccurrenceVectors([["a", "b", "a", "c", "b", "a"]], { dimensions: 5, limit: 2 });
  assert.deepEqual([vectors.words, vectors.values.length], [["a", "b"], 10]);
  assert.ok([...vectors.vectorOf("a")!.subarray(2)].every((value) => value === 0));
});

Deno.test("coOccurrenceVectors: eigenvectors of the mutual information, times the roots of their values", async () => {
  // a-b 2, a-c 1/2, b-c 1 each way, total 7: ln(2 * 7 / (2.5 * 3)) …; all positive here
  const vectors = await coOccurrenceVectors([["a", "b", "c"], ["a", "b"]], { dimensions: 3 });
  assert.deepEqual(vectors.words, ["a", "b", "c"]);
  const counts = [[0, 2, 0.5], [2, 0, 1], [0.5, 1, 0]], sums = [2.5, 3, 1.5];
  const table = counts.map((row, i) =>
    row.map((count, j) => count === 0 ? 0 : Math.max(0, Math.log(count * 7 / (sums[i]! * sums[j]!))))
  );
  const found = await spectrum(sparse(Float32Array.from(table.flat()), 3), {
    count: 3,
    iterations: 30,
    random: random(1),
  });
  for (let i = 0; i < 3; i++) {
    for (let d = 0; d < 3; d++) {
      const expected = Math.abs(found.vectors[i * 3 + d]!) * Math.sqrt(Math.abs(found.values[d]!));
      assert.ok(Math.abs(Math.abs(vectors.values[i * 3 + d]!) - expected) < 1e-5, `${i} ${d}`);
    }
  }
});

Deno.test("coOccurrenceVectors: the same options give the same vectors", async () => {
  const [one, two] = [await coOccurrenceVectors(TEXTS), await coOccurrenceVectors(TEXTS)];
  assert.deepEqual(one.values, two.values);
});

Deno.test("coOccurrenceVectors: no word, no neighbour, no number are range errors", async () => {
  for (const texts of [[], [[]], [["alone"]]]) {
    await assert.rejects(coOccurrenceVectors(texts), { name: "RangeError", message: /no word has one/ });
  }
  for (const options of [{ dimensions: 0 }, { limit: 1.5 }, { window: -1 }]) {
    await assert.rejects(coOccurrenceVectors(TEXTS, options), {
      name: "RangeError",
      message: /positive whole number/,
    });
  }
});

Deno.test("spectrum: eigenvectors of a symmetric matrix, the strongest first, whatever their sign", async () => {
  // eigenvalues -5 (along 1, -1, 0), 3 (along 1, 1, 0) and 1 (along 0, 0, 1)
  const matrix = sparse(Float32Array.of(-1, 4, 0, 4, -1, 0, 0, 0, 1), 3);
  assert.equal(matrix.values.length, 5);
  const { vectors, values } = await spectrum(matrix, { count: 2, iterations: 20, random: random(3) });
  assert.deepEqual([...values].map((value) => Math.round(value * 1e6) / 1e6), [-5, 3]);
  const root = Math.SQRT1_2, [a, b, c, d] = vectors;
  assert.ok(Math.abs(Math.abs(a!) - root) < 1e-6 && Math.abs(a! + c!) < 1e-6);
  assert.ok(Math.abs(Math.abs(b!) - root) < 1e-6 && Math.abs(b! - d!) < 1e-6);
});

Deno.test("times: rows by columns", () => {
  const matrix = sparse(Float32Array.of(1, 2, 0, 3), 2);
  assert.deepEqual([...times(matrix, Float64Array.of(1, 10, 100, 1000))], [201, 2010, 300, 3000]);
});
