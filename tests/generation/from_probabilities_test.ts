import assert from "node:assert/strict";
import { random } from "../../lib/core/mod.ts";
import { tf } from "../../lib/engine/mod.ts";
import { fromProbabilities, generateText, type NextTokenModel } from "../../lib/generation/mod.ts";
import { characterVocabulary } from "../../lib/text/mod.ts";

await tf.setBackend("cpu");

const vocabulary = characterVocabulary("abc", { unknown: false });

/** After anything a comes with 0.9, b with 0.1, c never. */
const probabilities: NextTokenModel<tf.Tensor> = {
  start: (batch) => tf.zeros([batch]),
  step: (ids, state) => ({
    logits: tf.tile(tf.tensor2d([[0.9, 0.1, 0]]), [ids.length, 1]),
    state: state.add(1),
  }),
};

async function shareOf(model: NextTokenModel<tf.Tensor>, letter: string, temperature: number) {
  const text = await generateText({ model, vocabulary }, "b", {
    length: 3000,
    temperature,
    random: random(1),
  }).text();
  return text.slice(1).split(letter).length / 3000;
}

Deno.test("fromProbabilities: tokens come with the model's probabilities, at a low temperature more sharply", async () => {
  const model = fromProbabilities(probabilities);
  assert.ok(Math.abs(await shareOf(model, "a", 1) - 0.9) < 0.02);
  assert.ok(Math.abs(await shareOf(model, "a", 0.5) - 0.81 / 0.82) < 0.02);
  assert.ok(await shareOf(model, "c", 1.5) < 0.001);
});

Deno.test("fromProbabilities: without it a softmax model writes nearly evenly, as study 000's second one", async () => {
  assert.ok(await shareOf(probabilities, "c", 1) > 0.15);
});

Deno.test("fromProbabilities: logarithms, finite for a probability of zero; the state is the model's", () => {
  tf.tidy(() => {
    const model = fromProbabilities(probabilities);
    const { logits, state } = model.step(new Int32Array([0, 1]), model.start(2));
    const [a, b, c] = logits.dataSync();
    assert.deepEqual([logits.shape, [...state.dataSync()]], [[2, 3], [1, 1]]);
    assert.ok(Math.abs(a! - Math.log(0.9)) < 1e-6 && Math.abs(b! - Math.log(0.1)) < 1e-6);
    assert.ok(Number.isFinite(c!) && c! < -80);
  });
});

Deno.test("fromProbabilities: nothing is left behind", async () => {
  const before = tf.memory().numTensors;
  await generateText({ model: fromProbabilities(probabilities), vocabulary }, "a", { length: 5 }).text();
  assert.equal(tf.memory().numTensors, before);
});
