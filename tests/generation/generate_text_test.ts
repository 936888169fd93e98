import assert from "node:assert/strict";
import { tf } from "../../lib/engine/mod.ts";
import { generateText, generateTexts, greedy, type NextTokenModel } from "../../lib/generation/mod.ts";
import { characterVocabulary, wordVocabulary } from "../../lib/text/mod.ts";
import { countingModel } from "./_counting_model.ts";

await tf.setBackend("cpu");

const vocabulary = characterVocabulary("abcdefghij"); // [UNK] a b … j
const writer = () => ({ model: countingModel(vocabulary.size), vocabulary });

async function all<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const piece of pieces) list.push(piece);
  return list;
}

Deno.test("generateText: reads the prompt, then its own text", async () => {
  const { model } = writer();
  const text = await generateText({ model, vocabulary }, "bd", { length: 3 }).text();
  assert.equal(text, "bdefg");
  assert.deepEqual(model.steps, [[2], [4], [5], [6]]);
});

Deno.test("generateText: streams one piece a token", async () => {
  assert.deepEqual(await all(generateText(writer(), "a", { length: 4 })), ["b", "c", "d", "e"]);
});

Deno.test("generateText: words come with their space", async () => {
  const words = wordVocabulary("be not or to");
  const text = await generateText({ model: countingModel(words.size), vocabulary: words }, "be", {
    length: 2,
  }).text();
  assert.equal(text, "be not or");
});

Deno.test("generateText: the unknown token is never written, even where the model wants it", async () => {
  const text = await generateText(writer(), "ij", { length: 20, mask: [3] }).text();
  assert.ok(!text.includes("[UNK]"), text);
  assert.ok(!text.includes("c"), text);
});

Deno.test("generateText: a prompt's unknown characters become the unknown token, and it says so", async () => {
  const { model } = writer();
  const made = generateText({ model, vocabulary }, "añé", { length: 1, pick: greedy() });
  assert.match(made.notice!, /does not know "ñ", "é" of the prompt "añé"/);
  await made.text();
  assert.deepEqual(model.steps, [[1], [0], [0]]);
  assert.equal(generateText(writer(), "a").notice, undefined);
});

Deno.test("generateTexts: prompts of unlike length, each as if it were alone", async () => {
  const texts = generateTexts(writer(), ["a", "bcd"], { length: 3 });
  assert.deepEqual(await texts.texts(), ["abcd", "bcdefg"]);
  assert.deepEqual(await all(texts), [["b", ""], ["c", ""], ["d", "e"], ["", "f"], ["", "g"]]);
});

Deno.test("generateText: state and logits are disposed of, also when the reader leaves or the model fails", async () => {
  const before = tf.memory().numTensors;
  await generateText(writer(), "abc", { length: 5 }).text();
  for await (const _ of generateText(writer(), "abc", { length: 50 })) break;
  const wide: NextTokenModel<tf.Tensor> = countingModel(vocabulary.size + 1);
  await assert.rejects(generateText({ model: wide, vocabulary }, "a").text(), {
    name: "TypeError",
    message: "Cannot use logits as [1, 11]: its shape is [1, 12]",
  });
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("generateText: a state that the model disposes of, shares or hands back is disposed of once", async () => {
  const before = tf.memory().numTensors;
  const logits = () => tf.oneHot([1], vocabulary.size).toFloat() as tf.Tensor2D;
  const kinds: NextTokenModel<tf.Tensor[]>[] = [
    { start: () => [tf.zeros([1])], step: (_, state) => ({ logits: logits(), state }) },
    {
      start: () => [tf.zeros([1]), tf.ones([1])],
      step: (_, [h, c]) => ({ logits: logits(), state: [h!.add(1), c!] }),
    },
    {
      start: () => [tf.zeros([1])],
      step: (_, [h]) => {
        const state = [h!.add(1)];
        h!.dispose();
        return { logits: logits(), state };
      },
    },
  ];
  for (const model of kinds) {
    assert.equal(await generateText({ model, vocabulary }, "a", { length: 3, pick: () => 1 }).text(), "aaaa");
  }
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("generateText: a signal ends the text and keeps what is there", async () => {
  const end = new AbortController();
  const pieces: string[] = [];
  for await (const piece of generateText(writer(), "a", { length: 1000, signal: end.signal })) {
    if (pieces.push(piece) === 3) end.abort();
  }
  assert.deepEqual(pieces, ["b", "c", "d"]);
});

Deno.test("generateText: others get their turn while it writes", async () => {
  const end = new AbortController();
  setTimeout(() => end.abort(), 150);
  await generateText(writer(), "a", { length: 1_000_000, signal: end.signal }).text();
  assert.ok(end.signal.aborted);
});

Deno.test("generateText: bad input is a range error before anything runs", () => {
  assert.throws(() => generateText(writer(), ""), {
    name: "RangeError",
    message: /at least one character: ""/,
  });
  assert.throws(() => generateText(writer(), "ñ¡"), {
    name: "RangeError",
    message: /a known character: it only has "ñ", "¡"/,
  });
  assert.throws(() => generateText(writer(), "a", { length: 0 }), RangeError);
  assert.throws(() => generateText(writer(), "a", { length: 1.5 }), RangeError);
  assert.throws(() => generateText(writer(), "a", { temperature: 0 }), RangeError);
  assert.throws(() => generateTexts(writer(), []), { name: "RangeError", message: /there is none/ });
  assert.throws(() => generateTexts(writer(), ["a", ""]), { name: "RangeError", message: /at least one/ });
  assert.throws(() => generateTexts(writer(), ["a", "ñ"]), {
    name: "RangeError",
    message: /a known character/,
  });
  const strict = characterVocabulary("abc", { unknown: false });
  assert.throws(() => generateText({ model: countingModel(3), vocabulary: strict }, "ax"), RangeError);
});

Deno.test("generateText: a prompt of no known word is refused, one of some known words says so", async () => {
  const words = wordVocabulary("be not or to", { by: "spaces" }), model = countingModel(words.size);
  assert.throws(() => generateText({ model, vocabulary: words }, "quoth Homer"), {
    name: "RangeError",
    message: 'Cannot continue a prompt as text with a known word: it only has "quoth", "Homer"',
  });
  const written = generateText({ model, vocabulary: words }, "Homer or", { length: 1 });
  assert.match(written.notice!, /does not know "Homer"/);
  assert.equal(await written.text(), "Homer or to");
  const strict = wordVocabulary("be not or to", { by: "spaces", unknown: false });
  assert.throws(() => generateText({ model: countingModel(4), vocabulary: strict }, "Homer or"), {
    name: "RangeError",
    message: /known tokens: "Homer"; make the vocabulary with an unknown token/,
  });
});
