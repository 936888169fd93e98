import assert from "node:assert/strict";
import { forceRecurrentPath, useEngine, windowFrames, type WindowFramesOptions } from "unroll/engine/mod.ts";

await useEngine();

const samples = Float32Array.from({ length: 20_000 }, (_, i) => Math.sin(i * i));
const weights = (length: number): Float32Array => Float32Array.from({ length }, (_, i) => Math.cos(i));

/** What stands in a row behind its window. */
const untouched = 7;

function rowsOf(count: number, options: WindowFramesOptions): Float32Array {
  const rows = new Float32Array(count * options.rowLength).fill(untouched);
  windowFrames(samples, rows, options);
  return rows;
}

/** Number i of row t, by the definition. */
function expected(count: number, { from, hopLength, window, rowLength }: WindowFramesOptions): Float32Array {
  return Float32Array.from({ length: count * rowLength }, (_, at) => {
    const row = Math.floor(at / rowLength), i = at % rowLength;
    return i < window.length ? window[i]! * samples[from + row * hopLength + i]! : untouched;
  });
}

const cases: [count: number, length: number, hopLength: number, rowLength: number][] = [
  [150, 256, 128, 256], // two turns of 75: a block of 64, and the last 64 again
  [110, 400, 160, 512], // three turns, rows with room at the end
  [60, 100, 300, 100], // gaps between the frames
  [77, 33, 2, 40], // seventeen turns, too few rows in each
  [600, 20, 7, 20],
  [16, 64, 64, 64],
  [1, 5, 1, 8],
  [0, 5, 1, 8],
];

for (const [count, length, hopLength, rowLength] of cases) {
  Deno.test(`${count} frames of ${length}, hops of ${hopLength} and rows of ${rowLength} are windowed on both paths`, () => {
    const options = { from: 3, hopLength, window: weights(length), rowLength };
    assert.deepEqual(rowsOf(count, options), expected(count, options));
    forceRecurrentPath("portable");
    try {
      assert.deepEqual(rowsOf(count, options), expected(count, options));
    } finally {
      forceRecurrentPath();
    }
  });
}

Deno.test("more shapes than are kept are each windowed right, the first one again at the end", () => {
  for (const length of [...Array.from({ length: 20 }, (_, i) => 32 + i), 32]) {
    const options = { from: 0, hopLength: length, window: weights(length), rowLength: length };
    assert.deepEqual(rowsOf(40, options), expected(40, options));
  }
});

Deno.test("rows that the memory is not made of are refused", () => {
  const options = { from: 0, hopLength: 2, window: weights(4), rowLength: 4 };
  assert.throws(() => windowFrames(samples, new Float32Array(9), options), {
    name: "RangeError",
    message: "Cannot write frames of 4 as rows of 4: there is room for 9 numbers",
  });
  for (const length of [0, 5]) {
    assert.throws(() => windowFrames(samples, new Float32Array(8), { ...options, window: weights(length) }), {
      name: "RangeError",
      message: `Cannot write frames of ${length} as rows of 4: there is room for 8 numbers`,
    });
  }
});

Deno.test("frames that reach out of the samples, or begin between two, are refused", () => {
  const some = samples.subarray(0, 100), to = new Float32Array(20 * 8);
  const options = { from: 0, hopLength: 4, window: weights(8), rowLength: 8 };
  for (const wrong of [{ from: -1 }, { from: 17 }, { from: 0.5 }, { hopLength: 0 }, { hopLength: 4.5 }]) {
    const { from, hopLength } = { ...options, ...wrong };
    assert.throws(() => windowFrames(some, to, { ...options, ...wrong }), {
      name: "RangeError",
      message: `Cannot cut frames of 8 from 100 samples: they begin at ${from}, ` +
        `each ${hopLength} after the one before, and the last at ${from + 19 * hopLength}`,
    });
  }
  windowFrames(some, to, { ...options, from: 16 }); // the last one ends with the samples
});
