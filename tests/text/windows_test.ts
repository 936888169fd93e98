import assert from "node:assert/strict";
import { characterVocabulary, windows } from "../../lib/text/mod.ts";

Deno.test("windows: Hola in windows of 3 is Hol and ola", () => {
  const vocabulary = characterVocabulary("Hola");
  const { inputs, targets } = windows(vocabulary.encode("Hola"), 3);
  assert.deepEqual([vocabulary.decode(inputs.values), vocabulary.decode(targets.values)], ["Hol", "ola"]);
  assert.deepEqual([inputs.shape, targets.shape], [[1, 3], [1, 3]]);
});

Deno.test("windows: no overlap, the rest is dropped", () => {
  const { inputs, targets } = windows(Int32Array.from({ length: 11 }, (_, i) => i), 2);
  assert.deepEqual(inputs, { values: Int32Array.of(0, 1, 3, 4, 6, 7), shape: [3, 2] });
  assert.deepEqual(targets, { values: Int32Array.of(1, 2, 4, 5, 7, 8), shape: [3, 2] });
});

Deno.test("windows: Tiny Shakespeare's length gives 11,043 windows of 100, 172 batches of 64", () => {
  const { inputs } = windows(new Int32Array(1_115_394), 100);
  assert.deepEqual(inputs.shape, [11_043, 100]);
  assert.equal(Math.floor(11_043 / 64), 172);
});

Deno.test("windows: text shorter than one window and lengths that are none are range errors", () => {
  assert.throws(() => windows(new Int32Array(100), 100), {
    name: "RangeError",
    message: "Cannot cut windows as 100 + 1 tokens: the text has 100",
  });
  assert.throws(() => windows(new Int32Array(0), 1), RangeError);
  for (const length of [0, -1, 1.5, NaN]) assert.throws(() => windows(new Int32Array(9), length), RangeError);
});
