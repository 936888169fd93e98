import assert from "node:assert/strict";
import { random } from "../../lib/core/mod.ts";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { generateText, generateTexts, greedy, type TextWriter } from "../../lib/generation/mod.ts";
import { characterGRU, oneToken } from "../../lib/models/mod.ts";
import { characterVocabulary } from "../../lib/text/mod.ts";

await useEngine();

const vocabulary = characterVocabulary("to be, or not to be: that is the question");
const network = characterGRU({ vocabularySize: vocabulary.size, embedding: 8, units: 16, seed: 3 });
const writer: TextWriter<tf.Tensor[]> = { model: oneToken(network), vocabulary };

/** The slow obvious twin: the whole text through the whole network for each character. */
function written(prompt: string, length: number): string {
  let text = prompt;
  for (let i = 0; i < length; i++) {
    const id = tf.tidy(() => {
      const ids = tf.tensor2d(vocabulary.encode(text), [1, text.length], "int32");
      const logits = network.predict(ids) as tf.Tensor3D; // [1, T, V]
      return greedy({ mask: [0] })(logits.slice([0, text.length - 1, 0]).dataSync<"float32">());
    });
    text += vocabulary.tokens[id]!;
  }
  return text;
}

Deno.test("generateText: with a GRU, as if the whole text were read for each character", async () => {
  const text = await generateText(writer, "to be", { length: 12, pick: greedy({ mask: [0] }) }).text();
  assert.equal(text, written("to be", 12));
});

Deno.test("generateTexts: with a GRU, a batch is what each text is alone", async () => {
  const options = { length: 10, pick: greedy({ mask: [0] }) };
  const prompts = ["to be", "q", "not to be:"];
  const alone = await Promise.all(prompts.map((prompt) => generateText(writer, prompt, options).text()));
  assert.deepEqual(await generateTexts(writer, prompts, options).texts(), alone);
});

Deno.test("generateText: with a GRU, the same seed writes the same text and nothing is left behind", async () => {
  const write = (seed: number) => generateText(writer, "to be", { length: 40, random: random(seed) }).text();
  const first = await write(1), before = tf.memory().numTensors;
  assert.equal(await write(1), first);
  assert.notEqual(await write(2), first);
  assert.equal(tf.memory().numTensors, before);
});
