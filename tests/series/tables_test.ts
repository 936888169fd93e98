import assert from "node:assert/strict";
import {
  averageOver,
  columnOf,
  correlations,
  cyclicFeatures,
  dateLabels,
  fillGaps,
  findGaps,
  fitScaling,
  joinMeasurements,
  measurementsFrame,
  samplingInterval,
  selectRows,
  splitInTime,
  summaryFrame,
} from "../../lib/series/mod.ts";

const table = (times: number[], level: number[]) => ({
  times: Float64Array.from(times),
  columns: { level: Float32Array.from(level) },
});

Deno.test("columnOf: by name, with the names that are there in the error", () => {
  assert.deepEqual(columnOf(table([0], [4]), "level"), Float32Array.of(4));
  assert.throws(() => columnOf(table([0], [4]), "depth"), {
    name: "RangeError",
    message: /"depth".*it has "level"/,
  });
});

Deno.test("selectRows: views of the rows, and no others", () => {
  const whole = table([0, 1, 2], [4, 5, 6]), part = selectRows(whole, { from: 1 });
  assert.deepEqual([[...part.times], [...part.columns.level!]], [[1, 2], [5, 6]]);
  assert.equal(part.columns.level!.buffer, whole.columns.level.buffer);
  for (const rows of [{ from: -1 }, { to: 4 }, { from: 2, to: 2 }, { from: 0.5 }]) {
    assert.throws(() => selectRows(whole, rows), RangeError);
  }
});

Deno.test("samplingInterval and findGaps: months are no gaps, a missing month is one", () => {
  const months = Float64Array.from({ length: 24 }, (_, month) => Date.UTC(2019, month));
  assert.equal(samplingInterval(months) / 86_400_000, 31);
  assert.deepEqual(findGaps(months), []);
  const [gap] = findGaps(months.filter((_, month) => month !== 5));
  assert.deepEqual([gap!.row, gap!.missing], [4, 1]);
  assert.throws(() => samplingInterval(Float64Array.of(0)), RangeError);
});

Deno.test("joinMeasurements: one after the other, with the columns asked for", () => {
  const first = table([0, 1], [4, 5]), second = table([10, 11], [6, 7]);
  const joined = joinMeasurements([first, second], ["level"]);
  assert.deepEqual([[...joined.times], [...joined.columns.level!]], [[0, 1, 10, 11], [4, 5, 6, 7]]);
  assert.throws(() => joinMeasurements([second, first], ["level"]), /table 2 begins at 1970/);
  assert.throws(() => joinMeasurements([first, second], ["depth"]), RangeError);
  assert.throws(() => joinMeasurements([], ["level"]), RangeError);
});

Deno.test("fillGaps: short gaps are straight lines, long ones stay", () => {
  const { measurements, ...counts } = fillGaps(
    table([0, 10, 30, 40, 90, 100, 110, 120, 130], [4, 5, 7, NaN, 1, NaN, NaN, 4, NaN]),
    { longest: 2 },
  );
  assert.deepEqual([...measurements.times], [0, 10, 20, 30, 40, 90, 100, 110, 120, 130]);
  assert.deepEqual([...measurements.columns.level!], [4, 5, 6, 7, NaN, 1, 2, 3, 4, NaN]);
  const gaps = [{ row: 4, after: 40, before: 90, missing: 4 }];
  assert.deepEqual(counts, { addedRows: 1, filledValues: 2, missingValues: 2, gaps });
});

Deno.test("fillGaps: nothing to fill changes nothing; what lies across a long gap is not a neighbour", () => {
  const same = table([0, 10, 20], [1, 2, 3]);
  assert.deepEqual(fillGaps(same, { longest: 5 }).measurements, same);
  const across = fillGaps(table([0, 10, 20, 1000, 1010], [1, 2, NaN, 9, 9]), { longest: 3 });
  assert.deepEqual([...across.measurements.columns.level!], [1, 2, NaN, 9, 9]);
  assert.throws(() => fillGaps(same, { longest: 0.5 }), RangeError);
});

Deno.test("fitScaling: mean 0 and deviation 1 of the rows fitted on, and back", () => {
  const whole = {
    times: Float64Array.of(0, 1, 2, 3),
    columns: { a: Float32Array.of(2, 4, 60, NaN), b: Float32Array.of(1, 5, 1, 1) },
  };
  const scaling = fitScaling(whole, { to: 2 });
  assert.deepEqual([scaling.mean, scaling.deviation], [{ a: 3, b: 3 }, { a: 1, b: 2 }]);
  const { values, shape } = scaling.apply(whole);
  assert.deepEqual([[...values], shape], [[-1, -1, 1, 1, 57, -1, NaN, -1], [4, 2]]);
  assert.deepEqual(scaling.invert([-1, 1, 57], "a"), Float32Array.of(2, 4, 60));
  assert.throws(() => scaling.invert([1], "c"), RangeError);
  assert.throws(() => scaling.apply({ ...whole, times: new Float64Array(3) }), TypeError);
});

Deno.test("fitScaling: a constant column, and one without values, is named", () => {
  for (const value of [4, 0.1]) {
    const flat = { times: new Float64Array(50), columns: { flat: new Float32Array(50).fill(value) } };
    assert.throws(() => fitScaling(flat, { to: 50 }), {
      name: "RangeError",
      message: /Cannot scale flat .*in all of the rows/,
    });
  }
  const later = table([0, 1, 2], [4, 4, 5]);
  assert.throws(() => fitScaling(later, { to: 2 }), /Cannot scale level/);
  assert.throws(() => fitScaling(table([0], [NaN]), {}), /it has no value/);
});

Deno.test("splitInTime: the book's three parts, in order and complete", () => {
  const parts = splitInTime(420_551, [200_000 / 420_551, 100_000 / 420_551]);
  assert.deepEqual(parts, [{ from: 0, to: 200_000 }, { from: 200_000, to: 300_000 }, {
    from: 300_000,
    to: 420_551,
  }]);
  for (const shares of [[0.5, 0.5], [1.2], [0, 0.5], [0.001], [NaN]]) {
    assert.throws(() => splitInTime(10, shares), RangeError);
  }
});

Deno.test("cyclicFeatures: midnight and noon, winter and summer", () => {
  const times = Float64Array.of(
    Date.UTC(2020, 0, 1),
    Date.UTC(2020, 0, 1, 6),
    Date.UTC(2020, 0, 1, 23, 59, 59),
  );
  const features = cyclicFeatures(times);
  assert.deepEqual(Object.keys(features), ["day sin", "day cos", "year sin", "year cos"]);
  assert.ok(Math.abs(features["day sin"]![1]! - 1) < 1e-6 && Math.abs(features["day cos"]![1]!) < 1e-6);
  assert.ok(Math.abs(features["day cos"]![2]! - features["day cos"]![0]!) < 1e-6);
  const summer = cyclicFeatures(Float64Array.of(Date.UTC(2021, 0, 1), Date.UTC(2021, 6, 2, 15)))["year cos"]!;
  assert.ok(summer[0]! > 0.999 && summer[1]! < -0.999);
  assert.throws(() => cyclicFeatures(times, { periods: { week: 0 } }), RangeError);
});

Deno.test("averageOver: means of hours from their beginning, missing values left out", () => {
  const { times, columns } = averageOver(table([-1, 5, 9, 20, 25], [8, 1, NaN, 3, 5]), { interval: 10 });
  assert.deepEqual([[...times], [...columns.level!]], [[-10, 0, 20], [8, 1, 4]]);
  assert.throws(() => averageOver(table([0], [1]), { interval: 0 }), RangeError);
});

Deno.test("correlations: with itself 1, with its contrary -1, with a constant nothing", () => {
  const columns = {
    a: Float32Array.of(1, 2, 3, NaN, 5),
    b: Float32Array.of(-1, -2, -3, 9, -5),
    c: Float32Array.of(1000.1, 1000.4, 1000.2, 1000.9, 1000.3),
    d: new Float32Array(5),
  };
  const { names, matrix } = correlations({ times: new Float64Array(5), columns });
  assert.deepEqual(names, ["a", "b", "c", "d"]);
  assert.ok(Math.abs(matrix[0]![1]! + 1) < 1e-12 && Math.abs(matrix[2]![2]! - 1) < 1e-12);
  assert.equal(matrix[0]![2], matrix[2]![0]);
  assert.ok(Number.isNaN(matrix[0]![3]));
  assert.throws(() => correlations({ times: new Float64Array(0), columns: {} }), RangeError);
});

Deno.test("frames for people: danfo, times as index, digits as in the file", async () => {
  const frame = await measurementsFrame(table([0, 600_000, 1_200_000], [4.1, NaN, 6]), { from: 1 });
  assert.deepEqual(frame.index, ["1970-01-01 00:10", "1970-01-01 00:20"]);
  assert.deepEqual(frame.values, [[NaN], [6]]);
  assert.deepEqual((await measurementsFrame(table([0, 86_400_000], [1, 2]))).index, [
    "1970-01-01",
    "1970-01-02",
  ]);
  const facts = await summaryFrame(table([0, 1, 2, 3, 4, 5], [1, 2, 3, 4, 5, NaN]));
  assert.deepEqual(facts.index, ["level"]);
  assert.deepEqual(facts.columns, ["mean", "std", "min", "25%", "50%", "75%", "max", "missing"]);
  assert.deepEqual(facts.values, [[3, 1.5811, 1, 2, 3, 4, 5, 1]]);
  const four = await summaryFrame(table([0, 1, 2, 3], [8, 1, 2, 4]));
  assert.deepEqual(four.values, [[3.75, 3.0957, 1, 1.75, 3, 5, 8, 0]]); // as pandas's describe
  await assert.rejects(summaryFrame(table([0], [NaN])), RangeError);
});

Deno.test("dateLabels: to the minute or the day, and no moment is an error", () => {
  const times = Float64Array.of(Date.UTC(2024, 5, 9, 11, 40, 59));
  assert.deepEqual([dateLabels(times), dateLabels(times, { to: "day" })], [["2024-06-09 11:40"], [
    "2024-06-09",
  ]]);
  assert.throws(() => dateLabels([NaN]), RangeError);
});
