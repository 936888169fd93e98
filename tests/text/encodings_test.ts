import assert from "node:assert/strict";
import golden from "../reference/text/keras_text.json" with { type: "json" };
import {
  labelEncoder,
  multiHot,
  oneHot,
  padSequences,
  type PadSequencesOptions,
  shiftSequences,
} from "../../lib/text/mod.ts";

Deno.test("padSequences is Keras's pad_sequences", () => {
  const { sequences, cases } = golden.pad;
  for (const { options, padded } of cases) {
    const { values, shape } = padSequences(sequences, options as PadSequencesOptions);
    assert.deepEqual(shape, [padded.length, padded[0]!.length]);
    assert.deepEqual([...values], padded.flat(), JSON.stringify(options));
  }
});

Deno.test("padSequences: only empty sequences, typed arrays, kinds of numbers", () => {
  assert.deepEqual(padSequences([[], []]), { values: new Int32Array(0), shape: [2, 0] });
  assert.deepEqual(padSequences([Int32Array.of(1, 2)], { dtype: "float32" }).values, Float32Array.of(1, 2));
});

Deno.test("padSequences: vectors, as Keras", () => {
  const frames = [[[1, 2], [3, 4], [5, 6]], [], [[7, 8]]];
  assert.deepEqual(padSequences(frames, { maxlen: 2, value: 9 }), {
    values: Int32Array.of(3, 4, 5, 6, 9, 9, 9, 9, 9, 9, 7, 8),
    shape: [3, 2, 2],
  });
  const sound = [[Float32Array.of(0.5, 1)]];
  assert.deepEqual(padSequences(sound, { dtype: "float32" }).values, Float32Array.of(0.5, 1));
  for (const wrong of [[[[1, 2], [3]]], [[[1, 2], 3]], [[1, [2]]]]) {
    assert.throws(() => padSequences(wrong), {
      name: "TypeError",
      message: /^Cannot pad as a list of .*: sequence 0 holds/,
    });
  }
});

Deno.test("padSequences: what 32 bits don't hold, and words that are no option, are range errors", () => {
  for (const entry of [NaN, Infinity, 2 ** 31, -(2 ** 31) - 1]) {
    assert.throws(() => padSequences([[entry]]), {
      name: "RangeError",
      message: /of 32 bits: sequence 0 holds/,
    });
    assert.throws(() => padSequences([[1], []], { value: entry }), {
      message: /of 32 bits: the filling holds/,
    });
  }
  assert.deepEqual(padSequences([[-1.9, 2 ** 31 - 1]]).values, Int32Array.of(-1, 2 ** 31 - 1));
  assert.deepEqual(
    padSequences([[], [NaN]], { dtype: "float32", value: Infinity }).values,
    Float32Array.of(Infinity, NaN),
  );
  for (const options of [{ padding: "left" }, { truncating: "right" }, { dtype: "int64" }]) {
    assert.throws(() => padSequences([[1]], options as PadSequencesOptions), {
      name: "RangeError",
      message: /^Cannot pad as with \w+ \w+ or \w+: (left|right|int64)$/,
    });
  }
});

Deno.test("padSequences: bad input", () => {
  assert.throws(() => padSequences([]), { name: "RangeError", message: /there is no sequence/ });
  for (const maxlen of [0, -1, 1.5, NaN]) assert.throws(() => padSequences([[1]], { maxlen }), RangeError);
  assert.throws(() => padSequences([[1], ["a" as unknown as number]]), {
    name: "TypeError",
    message: 'Cannot pad as a list of numbers: sequence 1 holds "a"',
  });
});

Deno.test("shiftSequences is Keras's imdb.load_data", () => {
  for (const { options, kept, sequences } of golden.shift.cases) {
    const named = Object.entries(options).map((
      [key, value],
    ) => [key.replace(/_(.)/g, (_, c) => c.toUpperCase()), value]);
    const shifted = shiftSequences(golden.shift.sequences, Object.fromEntries(named));
    assert.deepEqual(shifted, { sequences, kept }, JSON.stringify(options));
  }
});

Deno.test("shiftSequences: no sequence left is a range error", () => {
  assert.throws(() => shiftSequences([[1, 2]], { maxlen: 3 }), {
    name: "RangeError",
    message: "Cannot keep sequences as shorter than 3: none of 1 is",
  });
  assert.throws(() => shiftSequences([]), RangeError);
});

Deno.test("labelEncoder: study 002's foods, and sorted ones", () => {
  const foods = ["Apple", "Chicken", "Broccoli", "Apple"];
  assert.deepEqual(labelEncoder(foods).encode(foods), Int32Array.of(0, 1, 2, 0));
  assert.deepEqual(labelEncoder(foods, { order: "sorted" }).labels, ["Apple", "Broccoli", "Chicken"]);
  const signs = ["\u{1f600}", "\uff5e"]; // in UTF-16 the other way round
  assert.deepEqual(labelEncoder(signs, { order: "sorted" }).labels, ["\uff5e", "\u{1f600}"]);
  assert.deepEqual(labelEncoder(foods).decode([2, 0]), ["Broccoli", "Apple"]);
});

Deno.test("labelEncoder: bad input is a range error", () => {
  assert.throws(() => labelEncoder([]), RangeError);
  assert.throws(() => labelEncoder(["a"], { order: "frequency" as "sorted" }), {
    message: /sorted: frequency$/,
  });
  assert.throws(() => labelEncoder(["a"]).encode(["b"]), {
    message: 'Cannot encode as one of 1 labels: "b"',
  });
  assert.throws(() => labelEncoder(["a"]).decode([1]), RangeError);
});

Deno.test("oneHot and multiHot: ones where the ids are", () => {
  assert.deepEqual(oneHot([2, 0], 3), { values: Float32Array.of(0, 0, 1, 1, 0, 0), shape: [2, 3] });
  assert.deepEqual(multiHot([[2, 0, 2], []], 3), {
    values: Float32Array.of(1, 0, 1, 0, 0, 0),
    shape: [2, 3],
  });
  for (const id of [3, -1, 0.5]) assert.throws(() => oneHot([id], 3), RangeError);
});
