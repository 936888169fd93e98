import assert from "node:assert/strict";
import { findCycles, superposedEpochs, walkForward } from "../../lib/series/mod.ts";

const wave = (length: number, period: number) =>
  Float32Array.from({ length }, (_, i) => Math.cos(2 * Math.PI * i / period));

Deno.test("findCycles: a wave's cycles begin half a period in, and the last one isn't over", () => {
  assert.deepEqual(findCycles(wave(50, 20), { apart: 6 }), [
    { start: 10, peak: 20, end: 30 },
    { start: 30, peak: 40, end: null },
  ]);
});

Deno.test("findCycles: a dip within a cycle is none, nor is an end of the series; of equal values the first counts", () => {
  const values = [1, 5, 4, 6, 2, 2, 5, 7, 6];
  assert.deepEqual(findCycles(values, { apart: 3 }), [{ start: 4, peak: 7, end: null }]);
  assert.deepEqual(findCycles(values, { apart: 1 }).map(({ start }) => start), [2, 4]);
});

Deno.test("findCycles: missing values are no minimum and hide none", () => {
  const values = [NaN, NaN, 3, 1, NaN, 4, 9, NaN];
  assert.deepEqual(findCycles(values, { apart: 2 }), [{ start: 3, peak: 6, end: null }]);
  assert.deepEqual(findCycles([NaN, 1, 5, 8], { apart: 1 }), []);
});

Deno.test("findCycles: refuses distances that are no whole number from 1", () => {
  for (const apart of [0, 1.5, NaN]) assert.throws(() => findCycles([1, 0, 1], { apart }), RangeError);
});

Deno.test("walkForward: parts follow each other, and no test part is known before", () => {
  const folds = walkForward([60, 80], { validation: 10, horizon: 20, rows: 100 });
  assert.deepEqual(folds, [
    { training: { from: 0, to: 50 }, validation: { from: 50, to: 60 }, test: { from: 60, to: 80 } },
    { training: { from: 0, to: 70 }, validation: { from: 70, to: 80 }, test: { from: 80, to: 100 } },
  ]);
});

Deno.test("walkForward: refuses origins too early, too late, and parts without rows", () => {
  const plan = { validation: 10, horizon: 20, rows: 100 };
  assert.throws(() => walkForward([10], plan), { name: "RangeError", message: /walk to row 10/ });
  assert.throws(() => walkForward([81], plan), RangeError);
  assert.throws(() => walkForward([50], { ...plan, validation: 0 }), RangeError);
  assert.throws(() => walkForward([50], { ...plan, horizon: 0 }), RangeError);
});

Deno.test("superposedEpochs: the mean course after each start, without what is missing", () => {
  assert.deepEqual([...superposedEpochs([0, 4, 1, 0, 0, 6, 3], { starts: [0, 4], length: 3 })], [0, 5, 2]);
  assert.deepEqual([...superposedEpochs([1, NaN, 3, 5], { starts: [0, 2], length: 2 })], [2, 5]);
});

Deno.test("superposedEpochs: refuses no start, stretches that reach out of the series, and no length", () => {
  const refused = (starts: number[], length: number) =>
    assert.throws(() => superposedEpochs([1, 2, 3], { starts, length }), RangeError);
  refused([], 2);
  refused([2], 2);
  refused([-1], 2);
  refused([0], 0);
});
