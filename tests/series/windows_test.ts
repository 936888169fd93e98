import assert from "node:assert/strict";
import {
  autocorrelation,
  continuousParts,
  decompose,
  forecastErrors,
  periodogram,
  seasonalNaive,
  thinWindows,
  timeWindows,
  windowTargets,
} from "../../lib/series/mod.ts";

const even = (rows: number) => ({
  times: Float64Array.from({ length: rows }, (_, i) => 600_000 * i),
  columns: {},
});
const wave = (length: number, period: number) =>
  Float32Array.from({ length }, (_, i) => Math.sin(2 * Math.PI * i / period));

Deno.test("timeWindows: the book's indices", () => {
  const lookback = 1440, step = 6, delay = 144;
  const { rows, inputOffsets, targetOffsets, skipped } = timeWindows(even(2000), { lookback, step, delay });
  const book = Array.from({ length: lookback / step }, (_, i) => 1440 - lookback + i * step); // range(row - lookback, row, step)
  assert.deepEqual(Array.from(inputOffsets, (offset) => 1440 + offset), book);
  assert.deepEqual([rows[0], rows.at(-1), rows.length, targetOffsets[0], skipped], [1440, 1855, 416, 144, 0]);
});

Deno.test("timeWindows: inputs and targets stay inside of their part", () => {
  const { rows } = timeWindows(even(100), { lookback: 4, delay: 3, from: 20, to: 40 });
  assert.deepEqual([rows[0]! - 4, rows.at(-1)! + 3], [20, 39]);
  assert.deepEqual([...timeWindows(even(9), { lookback: 2, delay: [0, 1, 5] }).rows], [2, 3]);
});

Deno.test("timeWindows: none across a gap, none with a missing value, and both are counted", () => {
  const { times } = even(12), late = times.map((time, i) => i < 6 ? time : time + 6_000_000);
  const { rows, skipped } = timeWindows({ times: late, columns: {} }, { lookback: 2, delay: 1 });
  assert.deepEqual([[...rows], skipped], [[2, 3, 4, 8, 9, 10], 3]);
  const level = Float32Array.from(times, (_, i) => i === 7 ? NaN : i);
  assert.deepEqual([...timeWindows({ times, columns: { level } }, { lookback: 2, delay: 1 }).rows], [
    2,
    3,
    4,
    5,
    10,
  ]);
});

Deno.test("timeWindows: a slow obvious twin finds the same windows", () => {
  const bad = new Set([5, 17, 18]), times = Float64Array.from({ length: 40 }, (_, i) => i < 25 ? i : i + 7);
  const level = Float32Array.from(times, (_, i) => bad.has(i) ? NaN : 0);
  const twin = Array.from(times.keys()).filter((row) => {
    const all = Array.from({ length: 6 }, (_, i) => row - 4 + i);
    return all.every((i) => i >= 0 && i < 40 && !bad.has(i)) && times[row + 1]! - times[row - 4]! === 5;
  });
  assert.deepEqual([...timeWindows({ times, columns: { level } }, { lookback: 4, delay: 1 }).rows], twin);
});

Deno.test("timeWindows: windows longer than the series, and gaps that leave none, are errors", () => {
  assert.throws(() => timeWindows(even(100), { lookback: 90, delay: 10 }), {
    name: "RangeError",
    message: /as 101 rows \(90 back, 10 ahead\) out of more: there are 100/,
  });
  const gaps = Float64Array.from({ length: 40 }, (_, i) => i + 10 * Math.floor(i / 4));
  assert.throws(
    () => timeWindows({ times: gaps, columns: {} }, { lookback: 4, delay: 1 }),
    /gaps or missing values lie in every one/,
  );
});

Deno.test("timeWindows: refuses sizes that don't fit", () => {
  for (const wrong of [{ lookback: 0 }, { lookback: 7 }, { step: 0 }, { lookback: 2.5 }]) {
    assert.throws(
      () => timeWindows(even(50), { lookback: 4, step: 2, delay: 1, ...wrong }),
      /by whole steps/,
    );
  }
  for (const delay of [-1, 1.5, [], [2, 1], [1, 1]]) {
    assert.throws(() => timeWindows(even(50), { lookback: 4, delay }), /ascending from 0/);
  }
  assert.throws(() => timeWindows(even(50), { lookback: 4, delay: 1, to: 60 }), RangeError);
});

Deno.test("windowTargets and seasonalNaive: the truth, and as it was whole periods before", () => {
  const level = Float32Array.from({ length: 20 }, (_, i) => i * i);
  const windows = timeWindows({ ...even(20), columns: { level } }, { lookback: 4, delay: [0, 1, 5], to: 12 });
  assert.deepEqual(
    [...windowTargets(level, windows)],
    [4, 5, 6].flatMap((row) => [row ** 2, (row + 1) ** 2, (row + 5) ** 2]),
  );
  const before = [4, 5, 6].flatMap((row) => [(row - 3) ** 2, (row - 2) ** 2, (row - 1) ** 2]); // 5 - 2 * 3 = -1
  assert.deepEqual([...seasonalNaive(level, windows, { period: 3 })], before);
  assert.throws(() => windowTargets(level.subarray(0, 11), windows), RangeError);
  for (const period of [0, 1.5, 9]) {
    assert.throws(() => seasonalNaive(level, windows, { period }), RangeError);
  }
});

Deno.test("seasonalNaive: a day's delay is exactly what is known at the window's row", () => {
  const level = wave(1000, 144), windows = timeWindows(even(1000), { lookback: 144, delay: 144 });
  assert.deepEqual(seasonalNaive(level, windows, { period: 144 }), level.slice(144, 1000 - 144));
});

Deno.test("forecastErrors: literal values, and by step", () => {
  const { mae, rmse, bias, maeByStep } = forecastErrors([1, 2, 3, 4], [2, 0, 3, 4], { steps: 2 });
  assert.deepEqual([mae, rmse, bias, [...maeByStep]], [0.75, Math.sqrt(5 / 4), -0.25, [0.5, 1]]);
  assert.throws(() => forecastErrors([1, 2], [1]), TypeError);
  assert.throws(() => forecastErrors([1, 2, 3], [1, 2, 3], { steps: 2 }), TypeError);
  assert.throws(() => forecastErrors([], []), TypeError);
});

Deno.test("decompose: a line and a season come apart again", () => {
  for (const period of [4, 5]) {
    const season = Array.from({ length: period }, (_, i) => i === 0 ? period - 1 : -1);
    const values = Float32Array.from({ length: 60 }, (_, i) => 2 * i + season[i % period]!);
    const parts = decompose(values, { period });
    for (let i = 3; i < 57; i++) {
      assert.ok(Math.abs(parts.trend[i]! - 2 * i) < 1e-4);
      assert.ok(Math.abs(parts.season[i]! - season[i % period]!) < 1e-4);
      assert.ok(Math.abs(parts.rest[i]!) < 1e-3);
    }
    assert.ok(Number.isNaN(parts.trend[0]) && Number.isNaN(parts.rest[59]));
  }
});

Deno.test("decompose: a missing value touches one period of the trend only", () => {
  const values = Float32Array.from({ length: 40 }, (_, i) => i === 20 ? NaN : i);
  const { trend } = decompose(values, { period: 5 });
  const missing = Array.from(trend.keys()).filter((i) => i > 2 && i < 37 && Number.isNaN(trend[i]));
  assert.deepEqual(missing, [18, 19, 20, 21, 22]);
  for (const period of [1, 2.5, 21]) assert.throws(() => decompose(values, { period }), RangeError);
});

Deno.test("autocorrelation: literal values and a wave", () => {
  assert.deepEqual([...autocorrelation([1, -1, 1, -1, 1, -1], { lags: 2 })], [1, -5 / 6, 4 / 6]);
  const r = autocorrelation(wave(1200, 24), { lags: 24 });
  assert.ok(r[24]! > 0.97 && r[12]! < -0.97 && Math.abs(r[6]!) < 0.03);
  const holed = wave(1200, 24).map((value, i) => i % 100 === 3 ? NaN : value);
  assert.ok(autocorrelation(holed, { lags: 24 })[24]! > 0.9);
  for (const lags of [0, 1.5, 6]) {
    assert.throws(() => autocorrelation([1, 2, 1, 2, 1, 2], { lags }), RangeError);
  }
  assert.throws(() => autocorrelation([2, 2, 2], { lags: 1 }), RangeError);
  assert.throws(() => autocorrelation([NaN, NaN, NaN], { lags: 1 }), RangeError);
});

Deno.test("periodogram: on whole fractions of the length it is a Fourier transform's power over the variance", () => {
  const values = Float32Array.from({ length: 48 }, (_, i) => Math.sin(i) + 0.3 * Math.cos(i * i) + 2);
  const mean = values.reduce((a, b) => a + b) / 48,
    variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  for (const k of [1, 3, 8, 23]) {
    let re = 0, im = 0;
    values.forEach((value, i) => {
      re += (value - mean) * Math.cos(2 * Math.PI * k * i / 48);
      im += (value - mean) * Math.sin(2 * Math.PI * k * i / 48);
    });
    const [share] = periodogram(values, { periods: [48 / k] });
    assert.ok(Math.abs(share! - (re * re + im * im) * 2 / 48 / variance) < 1e-9);
  }
});

Deno.test("periodogram: finds a period that is no whole fraction, in spite of holes", () => {
  const values = wave(500, 31.7).map((value, i) => i % 7 === 2 ? NaN : value);
  const shares = periodogram(values, { periods: [20, 31.7, 40, 2] });
  assert.ok(shares[1]! > 0.999 && shares[0]! < 0.02 && shares[2]! < 0.1 && shares[3]! < 0.02);
  assert.ok(Math.abs(periodogram([1, -1, 1, -1, 1, -1], { periods: [2] })[0]! - 1) < 1e-9);
  assert.throws(() => periodogram(values, { periods: [1.9] }), RangeError);
  assert.throws(() => periodogram([1, 2, NaN, 3], { periods: [3] }), RangeError);
  assert.throws(() => periodogram([1, 1, 1, 1], { periods: [3] }), RangeError);
});

Deno.test("thinWindows: evenly spread, never more than asked for", () => {
  const windows = timeWindows(even(30), { lookback: 4, delay: 1 });
  assert.deepEqual([...thinWindows(windows, { count: 10 }).rows], [4, 7, 10, 13, 16, 19, 22, 25, 28]);
  assert.deepEqual(thinWindows(windows, { count: 25 }), windows);
  for (const count of [0, 1.5]) assert.throws(() => thinWindows(windows, { count }), RangeError);
});

Deno.test("continuousParts: from gap to gap", () => {
  assert.deepEqual(continuousParts(even(5).times), [{ from: 0, to: 5 }]);
  const parts = continuousParts(Float64Array.of(0, 1, 2, 30, 31, 60));
  assert.deepEqual(parts, [{ from: 0, to: 3 }, { from: 3, to: 5 }, { from: 5, to: 6 }]);
});
