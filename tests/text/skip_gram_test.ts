import assert from "node:assert/strict";
import { random } from "../../lib/core/mod.ts";
import { noiseOf } from "../../lib/text/vectors/_noise.ts";
import { SkipGramLearner } from "../../lib/text/vectors/_skip_gram_learner.ts";
import { nearestWords, skipGram } from "../../lib/text/mod.ts";

/** Two topics that never mix. */
const TEXTS = Array.from({ length: 200 }, (_, i) => {
  const chance = random(i),
    topic = i % 2 === 0 ? ["cat", "dog", "milk", "paw"] : ["star", "moon", "sky", "sun"];
  return Array.from({ length: 12 }, () => topic[chance.integer(0, 4)]!);
});
const SMALL = { dimensions: 8, epochs: 5, subsample: 1 };

Deno.test("skipGram: words with the same neighbours are near, and the loss falls", async () => {
  const losses: number[] = [];
  const vectors = await skipGram(TEXTS, { ...SMALL, onProgress: (_, loss) => losses.push(loss) });
  assert.deepEqual([vectors.dimensions, vectors.words.length], [8, 8]);
  const near = nearestWords(vectors, "moon", { count: 3 }).map(({ word }) => word).sort();
  assert.deepEqual(near, ["sky", "star", "sun"]);
  assert.ok(losses.at(-1)! < losses[0]! - 0.3, `${losses[0]} ${losses.at(-1)}`);
});

Deno.test("skipGram: progress goes to the end; the same seed gives the same vectors, another others", async () => {
  const shares: number[] = [];
  const one = await skipGram(TEXTS, { ...SMALL, epochs: 1, onProgress: (share) => shares.push(share) });
  assert.equal(shares.at(-1), 1);
  assert.ok(shares.length > 50 && shares.length <= 101);
  assert.deepEqual((await skipGram(TEXTS, { ...SMALL, epochs: 1 })).values, one.values);
  assert.notDeepEqual((await skipGram(TEXTS, { ...SMALL, epochs: 1, seed: 8 })).values, one.values);
});

Deno.test("skipGram: only the commonest words; common ones are left out at random", async () => {
  assert.deepEqual((await skipGram([["a", "b", "a", "c", "b", "a"]], { limit: 2 })).words, ["a", "b"]);
  const steps = async (subsample: number) => {
    const vectors = await skipGram(TEXTS, { ...SMALL, epochs: 1, subsample });
    return vectors.values.reduce((sum, value) => sum + Math.abs(value), 0);
  };
  assert.ok(await steps(0.0001) < await steps(1)); // fewer steps leave the vectors nearer to nothing
});

Deno.test("skipGram: before the first step each of the six questions costs ln 2", () => {
  const learner = new SkipGramLearner([5, 1], { dimensions: 3, negatives: 0, seed: 1 });
  learner.rate = 0.1;
  learner.read(Int32Array.of(0, 1), 1);
  assert.ok(Math.abs(learner.takeLoss() - Math.LN2) < 0.02);
  assert.equal(learner.takeLoss(), 0);
});

Deno.test("skipGram: a signal ends it, what was learnt is kept", async () => {
  const stop = new AbortController(), shares: number[] = [];
  const onProgress = (share: number) => {
    shares.push(share);
    if (share > 0.3) stop.abort();
  };
  const vectors = await skipGram(TEXTS, { ...SMALL, signal: stop.signal, onProgress });
  assert.ok(shares.at(-1)! < 0.35 && vectors.words.length === 8);
});

Deno.test("noiseOf: counts to the power of 3/4", () => {
  const table = noiseOf([16, 1, 0]), share = table.filter((word) => word === 0).length / table.length;
  assert.ok(Math.abs(share - 8 / 9) < 1e-4, `${share}`);
  assert.ok(table.every((word) => word >= 0 && word < 3));
});

Deno.test("skipGram: no two words, no number are range errors", async () => {
  for (const texts of [[], [["one", "one"]]]) {
    await assert.rejects(skipGram(texts), { name: "RangeError", message: /there are not two/ });
  }
  for (const options of [{ dimensions: 0 }, { epochs: 1.5 }, { learningRate: 0 }, { subsample: NaN }]) {
    await assert.rejects(skipGram(TEXTS, options), { name: "RangeError", message: /as a positive number/ });
  }
});
