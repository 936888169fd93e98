import assert from "node:assert/strict";
import {
  describe,
  type Figure,
  paretoChart,
  spectrogramHeatmap,
  waveformChart,
} from "../../lib/plots/mod.ts";
import { spectrogram } from "../../lib/audio/mod.ts";
import { testGallery } from "./_gallery.ts";

const sound = { samples: Float32Array.of(0, 0.5, -0.25, 0.125), sampleRate: 4 };
const values = {
  values: [1, 10, 100, 1000, 1e-12, 0],
  shape: [2, 3],
  sampleRate: 8,
  hopLength: 2,
  fftLength: 4,
};

const gallery: Record<string, () => Figure> = {
  pareto: () =>
    paretoChart([["0 to 6 s", 5], ["6 to 15 s", 40], ["15 to 22 s", 5]], {
      xTitle: "Duration",
      yTitle: "Recordings",
      title: "How long",
    }),
  waveform: () => waveformChart(sound, { title: "A sound" }),
  waveform_segments: () =>
    waveformChart(sound, {
      segments: { reference: [{ start: 0, end: 0.25 }, { start: 0.5, end: 1 }], detected: [] },
    }),
  spectrogram: () => spectrogramHeatmap({ ...values, power: 2 }),
};

testGallery(gallery);

Deno.test("plots: descriptions of sounds and shares hold the numbers", () => {
  assert.match(
    describe(gallery.pareto!()),
    /3 categories, the largest "6 to 15 s" with 40 \(80 %\); the first holds 80 %/,
  );
  assert.match(
    describe(gallery.waveform_segments!()),
    /of 1 s at 4 Hz, peak 0.5; reference: 2 stretches, 0.75 s; detected: 0 stretches, 0 s\./,
  );
});

Deno.test("paretoChart: the largest first, shares of all", () => {
  const [bars, line] =
    paretoChart([["a", 1], ["b", 6], ["c", 0], ["d", 3]], { xTitle: "x", yTitle: "y" }).data;
  assert.deepEqual(bars!.x, ["b", "d", "a", "c"]);
  assert.deepEqual(bars!.y, [6, 3, 1, 0]);
  assert.deepEqual(line!.y, [60, 90, 100, 100]);
});

Deno.test("waveformChart: an hour stays small and keeps its peaks", () => {
  const samples = Float32Array.from({ length: 3_600_000 }, (_, i) => 0.1 * Math.sin(i));
  samples[1_234_567] = 0.9;
  samples[2_345_678] = -0.8;
  const figure = waveformChart({ samples, sampleRate: 1000 }),
    { x, y } = figure.data[0] as { x: number[]; y: number[] };
  assert.ok(JSON.stringify(figure).length < 60_000);
  assert.equal(Math.max(...y), 0.9);
  assert.equal(Math.min(...y), -0.8);
  assert.ok(Math.abs(x[y.indexOf(0.9)]! - 1234.567) <= 3.6);
  assert.ok(x.every((time, i) => i === 0 || time >= x[i - 1]!));
});

Deno.test("waveformChart: several names lie one above the other", () => {
  const at = [{ start: 0, end: 0.5 }];
  const { data } = waveformChart(sound, { segments: { a: at, b: at } });
  assert.deepEqual(data.map(({ name }) => name), ["a", "b", "Sound"]);
  assert.deepEqual(data[0]!.y, [0, 0, 0.5, 0.5]);
  assert.deepEqual(data[1]!.y, [-0.5, -0.5, 0, 0]);
  assert.deepEqual(data[1]!.x, [0, 0.5, 0.5, 0]);
  assert.deepEqual(
    waveformChart({ samples: [0, 0], sampleRate: 1 }).layout.yaxis,
    waveformChart({ samples: [1, 0], sampleRate: 1 }).layout.yaxis,
  );
});

Deno.test("spectrogramHeatmap: decibels below the loudest, however they come", () => {
  const levels = (figure: Figure): unknown => figure.data[0]!.z;
  const powers = spectrogramHeatmap({ ...values, power: 2 });
  assert.deepEqual(levels(powers), [[-30, 0], [-20, -80], [-10, -80]]);
  assert.deepEqual(powers.data[0]!.x, [0, 0.25]);
  assert.deepEqual(powers.data[0]!.y, [0, 2, 4]);
  const magnitudes = values.values.map(Math.sqrt);
  assert.deepEqual(levels(spectrogramHeatmap({ ...values, values: magnitudes, power: 1 })), levels(powers));
  const decibels = values.values.map((value) => 10 * Math.log10(Math.max(1e-10, value)));
  assert.deepEqual(
    levels(spectrogramHeatmap({ ...values, values: decibels, power: 2, decibels: true })),
    levels(powers),
  );
});

Deno.test("spectrogramHeatmap: a minute of sound stays small, a tone stays at its pitch", () => {
  const samples = Float32Array.from({ length: 60 * 8000 }, (_, i) => Math.sin(2 * Math.PI * 1000 * i / 8000));
  const figure = spectrogramHeatmap(spectrogram({ samples, sampleRate: 8000 }, { frameLength: 512 }));
  assert.ok(JSON.stringify(figure).length < 250_000);
  const { z, y } = figure.data[0] as { z: number[][]; y: number[] };
  assert.ok(z.length <= 130 && z[0]!.length <= 300);
  const loudest = y[z.findIndex((row) => row[100] === 0)]!;
  assert.ok(Math.abs(loudest - 1000) < 32, `${loudest} Hz`);
});

Deno.test("plots: sounds and shares that can't be drawn are refused in words", () => {
  const titles = { xTitle: "x", yTitle: "y" };
  assert.throws(() => paretoChart([], titles), /RangeError: Cannot draw shares as of something/);
  assert.throws(() => paretoChart([["a", 0]], titles), /RangeError: Cannot draw shares as of something/);
  assert.throws(
    () => paretoChart([["a", -1]], titles),
    /RangeError: Cannot draw shares as of counts from 0: a has -1/,
  );
  assert.throws(() => paretoChart([["a", NaN]], titles), RangeError);
  assert.throws(() => waveformChart({ ...sound, samples: [] }), /RangeError: .*there are none/);
  assert.throws(
    () => waveformChart(sound, { segments: { speech: [{ start: 2, end: 1 }] } }),
    /RangeError: Cannot shade speech as ending after its beginning: 2 s to 1 s/,
  );
  assert.throws(
    () => spectrogramHeatmap({ ...values, shape: [1, 2, 3], power: 2 }),
    /TypeError: Cannot draw a spectrogram as \[frames, bins\]: the shape is \[1, 2, 3\]/,
  );
  assert.throws(() => spectrogramHeatmap({ ...values, values: [1], power: 2 }), TypeError);
});
