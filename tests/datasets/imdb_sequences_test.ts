import assert from "node:assert/strict";
import { imdb, imdbSequences, type Review } from "../../lib/datasets/mod.ts";
import { hasMirror } from "./_has_mirror.ts";

const review = (text: string, label: 0 | 1): Review => ({ text, label, rating: label ? 9 : 2 });
const tiny = {
  train: [review("Bad, bad film.<br />", 0), review("A good film: film, film!", 1), review("bad", 0)],
  test: [review("A film unseen", 1), review("bad film", 0)],
};

/** Sequences with their labels, in an order that no seed changes. */
function sorted({ sequences, labels }: { sequences: number[][]; labels: Int32Array }): string[] {
  return sequences.map((sequence, row) => `${sequence.join(" ")}: ${labels[row]}`).sort();
}

Deno.test("imdbSequences: rank in the training part plus 3, behind a 1; other words of the test part are dropped", () => {
  const { train, test, wordIndex } = imdbSequences(tiny);
  assert.deepEqual([...wordIndex], [["film", 1], ["bad", 2], ["br", 3], ["a", 4], ["good", 5]]);
  assert.deepEqual(sorted(train), ["1 5 5 4 6: 0", "1 5: 0", "1 7 2 4 4 4: 1"]); // as in Keras, the highest number is left out
  assert.deepEqual(sorted(test), ["1 5 4: 0", "1 7 4: 1"]);
});

Deno.test("imdbSequences: Keras's options", () => {
  const few = imdbSequences(tiny, { numWords: 6 });
  assert.deepEqual(sorted(few.train), ["1 2 2 4 4 4: 1", "1 5 5 4 2: 0", "1 5: 0"]);
  const short = imdbSequences(tiny, { maxlen: 4, numWords: 100 });
  assert.deepEqual(sorted(short.train), ["1 5: 0"]);
  const bare = imdbSequences(tiny, { startChar: null, oovChar: null, indexFrom: 0, numWords: 3 });
  assert.deepEqual(sorted(bare.test), ["1: 1", "2 1: 0"]);
});

Deno.test("imdbSequences: the seed decides the order", () => {
  const train = Array.from({ length: 20 }, (_, i) => review("bad ".repeat(i + 1), (i % 2) as 0 | 1));
  const lengths = (seed?: number) =>
    imdbSequences({ ...tiny, train }, { seed }).train.sequences.map(({ length }) => length);
  assert.deepEqual(lengths(1), lengths(1));
  assert.notDeepEqual(lengths(1), lengths(2));
  assert.deepEqual(lengths(), lengths(113));
});

Deno.test("imdbSequences: a part without reviews is a range error", () => {
  assert.throws(() => imdbSequences({ ...tiny, train: [] }), {
    name: "RangeError",
    message: "Cannot number reviews as at least one a part: 0 train, 2 test",
  });
  assert.throws(() => imdbSequences(tiny, { maxlen: 2 }), { name: "RangeError" });
  assert.throws(() => imdbSequences(tiny, { maxlen: 3 }), {
    name: "RangeError",
    message: "Cannot keep reviews of the test part as shorter than 3: none is",
  });
});

Deno.test({
  name: "imdbSequences: the archive has the words and the lengths of Keras's file",
  ignore: !hasMirror("imdb"),
  fn: async () => {
    const { train, test, wordIndex } = imdbSequences(await imdb({ sources: ["mirror"] }));
    const first = ["the", "and", "a", "of", "to", "is", "br", "in", "it", "i", "this", "that", "was", "as"];
    assert.deepEqual([...wordIndex.keys()].slice(0, 14), first);
    const mean = (sequences: number[][]) =>
      sequences.reduce((sum, { length }) => sum + length, 0) / sequences.length;
    // Keras's imdb.npz: 238.71364 numbers a training review, 230.8042 a test review
    assert.ok(Math.abs(mean(train.sequences) - 238.71364) < 0.001, `${mean(train.sequences)}`);
    assert.ok(Math.abs(mean(test.sequences) - 230.8042) < 0.001, `${mean(test.sequences)}`);
  },
});
