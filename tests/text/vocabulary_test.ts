import assert from "node:assert/strict";
import { tinyShakespeare } from "../../lib/datasets/mod.ts";
import {
  characterVocabulary,
  type Vocabulary,
  vocabularyFromJSON,
  wordVocabulary,
} from "../../lib/text/mod.ts";
import { hasMirror } from "../datasets/_has_mirror.ts";

const ROMEO = "O Romeo, Romeo!\nwherefore art thou Romeo?";

Deno.test("characterVocabulary: the unknown token, then the characters in the order of their code points", () => {
  const vocabulary = characterVocabulary("ba\u{1F600}\uFB00 b");
  assert.deepEqual(vocabulary.tokens, ["[UNK]", " ", "a", "b", "\uFB00", "\u{1F600}"]);
  assert.deepEqual([vocabulary.size, vocabulary.unknown, vocabulary.unit], [6, 0, "character"]);
});

Deno.test("characterVocabulary: encodes and decodes, code points whole", () => {
  const text = "a\u{1F600}b", vocabulary = characterVocabulary(text);
  assert.deepEqual(vocabulary.encode(text), Int32Array.of(1, 3, 2));
  assert.equal(vocabulary.decode(vocabulary.encode(text)), text);
  assert.equal(characterVocabulary(ROMEO).decode(characterVocabulary(ROMEO).encode(ROMEO)), ROMEO);
  assert.deepEqual(vocabulary.encode(""), new Int32Array(0));
});

Deno.test("characterVocabulary: what is unknown becomes the unknown token and can be named", () => {
  const vocabulary = characterVocabulary("hola");
  assert.deepEqual(vocabulary.encode("halo!"), Int32Array.of(2, 1, 3, 4, 0));
  assert.equal(vocabulary.decode([2, 0]), "h[UNK]");
  assert.deepEqual(vocabulary.unknownIn("¡hola! ¡ah!"), ["¡", "!", " "]);
});

Deno.test("characterVocabulary: without an unknown token ids begin at 0 and strange text is a range error", () => {
  const vocabulary = characterVocabulary("hola", { unknown: false });
  assert.deepEqual([vocabulary.size, vocabulary.unknown], [4, undefined]);
  assert.deepEqual(vocabulary.encode("hola"), Int32Array.of(1, 3, 2, 0));
  assert.throws(() => vocabulary.encode("x"), {
    name: "RangeError",
    message: 'Cannot encode as one of 4 known tokens: "x"; make the vocabulary with an unknown token',
  });
});

Deno.test("wordVocabulary: words by white space, joined by one space", () => {
  const vocabulary = wordVocabulary("to be,\nor not to be");
  assert.deepEqual(vocabulary.tokens, ["[UNK]", "be", "be,", "not", "or", "to"]);
  assert.equal(vocabulary.decode(vocabulary.encode("to  be\nmaybe")), "to be [UNK]");
});

Deno.test("wordVocabulary: a limit keeps the commonest words", () => {
  const vocabulary = wordVocabulary("b a a c b a", { limit: 2 });
  assert.deepEqual(vocabulary.tokens, ["[UNK]", "a", "b"]);
  for (const limit of [0, 1.5, NaN]) {
    assert.throws(() => wordVocabulary("a", { limit }), {
      name: "RangeError",
      message: /positive whole number/,
    });
  }
});

Deno.test("vocabularies: a text without tokens is a range error", () => {
  assert.throws(() => characterVocabulary(""), { name: "RangeError", message: /the text is empty/ });
  assert.throws(() => wordVocabulary(" \n"), { name: "RangeError", message: /it has none/ });
});

Deno.test("vocabularies: an id outside is a range error", () => {
  for (const id of [5, -1, 0.5]) assert.throws(() => characterVocabulary("hola").decode([id]), RangeError);
});

Deno.test("vocabularies: survive a file", () => {
  const kinds: Vocabulary[] = [
    characterVocabulary(ROMEO),
    characterVocabulary(ROMEO, { unknown: false }),
    wordVocabulary(ROMEO),
    wordVocabulary(ROMEO, { by: "spaces", unknown: false }),
    wordVocabulary(ROMEO, { by: "segmenter", language: "es" }),
  ];
  for (const vocabulary of kinds) {
    const again = vocabularyFromJSON(JSON.parse(JSON.stringify(vocabulary)));
    assert.deepEqual(again.toJSON(), vocabulary.toJSON());
    assert.deepEqual(again.encode(ROMEO), vocabulary.encode(ROMEO));
    assert.equal(again.decode([1, 2]), vocabulary.decode([1, 2]));
  }
});

Deno.test("vocabularies: a text that has the unknown token's own word", () => {
  const vocabulary = wordVocabulary("be [UNK] or");
  assert.deepEqual(vocabulary.tokens, ["[UNK]", "be", "or"]);
  assert.deepEqual(vocabulary.encode("be [UNK]"), Int32Array.of(1, 0));
  assert.deepEqual(vocabularyFromJSON(vocabulary.toJSON()).tokens, vocabulary.tokens);
  assert.deepEqual(wordVocabulary("be [UNK]", { unknown: false }).tokens, ["[UNK]", "be"]);
});

Deno.test("vocabularyFromJSON: damaged data is a syntax error that says what is wrong", () => {
  const good = { unit: "character", tokens: ["[UNK]", "a"], unknown: true };
  const bad: [unknown, RegExp][] = [
    [null, /null is no object/],
    [{ ...good, unit: "syllable" }, /its unit is syllable/],
    [{ ...good, unknown: 1 }, /its unknown is 1/],
    [{ ...good, tokens: ["[UNK]", 1] }, /no strings/],
    [{ ...good, tokens: undefined }, /no strings/],
    [{ ...good, tokens: ["[UNK]", "a", "a"] }, /twice/],
    [{ ...good, tokens: ["a"] }, /first token is "a"/],
  ];
  for (const [json, message] of bad) {
    assert.throws(() => vocabularyFromJSON(json), { name: "SyntaxError", message });
  }
});

Deno.test({
  name: "vocabularies: Tiny Shakespeare has 66 characters and the study's 42,197 words",
  ignore: !hasMirror("tiny_shakespeare"),
  fn: async () => {
    const { text } = await tinyShakespeare({ sources: ["cache", "mirror"] });
    const characters = characterVocabulary(text);
    assert.equal(characters.size, 66);
    assert.equal(characters.decode(characters.encode(text)), text);
    const words = wordVocabulary(text, { by: "spaces", unknown: false });
    assert.deepEqual([words.size, words.encode(text).length], [42_197, 169_893]);
    assert.equal(words.decode(words.encode(text)), text);
    assert.equal(wordVocabulary(text, { unknown: false }).size, 25_670);
  },
});
