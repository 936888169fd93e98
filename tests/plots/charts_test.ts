import assert from "node:assert/strict";
import {
  bars,
  confusionHeatmap,
  describe,
  type Figure,
  heatmap,
  histogram,
  learningCurves,
  lines,
  scatter,
} from "../../lib/plots/mod.ts";
import { testGallery } from "./_gallery.ts";

const letters: [string, number][] = [["e", 94611], ["t", 67009], ["\n", 40000], ["Z", 3]];

const gallery: Record<string, () => Figure> = {
  bars: () =>
    bars(letters, { xTitle: "Character", yTitle: "Occurrences", title: "Frequencies", showValues: true }),
  bars_horizontal: () =>
    bars(letters, { xTitle: "Character", yTitle: "Occurrences", horizontal: true, limit: 2 }),
  histogram: () => histogram([1, 2, 2, 3, 3, 3, 9], { xTitle: "Length (characters)" }),
  histogram_cumulative: () =>
    histogram([0.5, 1.5, 2.5, 2.75], { xTitle: "Duration (s)", yTitle: "Clips", bins: 3, cumulative: true }),
  heatmap: () =>
    heatmap([[0, 1, 2], [3, 4, 5]], { xTitle: "Time (s)", yTitle: "Bin", valueTitle: "Level (dB)" }),
  heatmap_labels: () =>
    heatmap([new Float32Array([1, 2]), new Float32Array([3, 4])], {
      xTitle: "Next",
      yTitle: "Character",
      valueTitle: "Count",
      xLabels: ["a", "b"],
      yLabels: ["c", "d"],
      topDown: false,
      valueFormat: "d",
    }),
  confusion: () => confusionHeatmap([[48, 2], [5, 45]], { labels: ["negative", "positive"] }),
  confusion_normalised: () =>
    confusionHeatmap([[48, 2], [0, 0]], {
      labels: ["negative", "positive"],
      normalise: true,
      title: "Shares",
    }),
  lines: () =>
    lines({ a: [1, 2, 3], b: { x: ["x", "y"], y: [0.5, 0.25] } }, { xTitle: "Rank", yTitle: "Probability" }),
  lines_log: () =>
    lines({ only: Array.from({ length: 50 }, (_, i) => i + 1) }, {
      xTitle: "Rank",
      yTitle: "Occurrences",
      yScale: "log",
    }),
  scatter: () =>
    scatter([{ x: 1, y: 2, label: "king", group: "people" }, { x: 2, y: 1, label: "tea", group: "things" }], {
      xTitle: "First component",
      yTitle: "Second component",
    }),
  learning_curves: () => learningCurves({ loss: [2.7, 1.9], val_loss: [2.8, 2.9], accuracy: [0.3, 0.5] }),
  learning_curves_resumed: () =>
    learningCurves({ accuracy: [50, 60], loss: [1, 0.5] }, {
      metrics: ["accuracy"],
      titles: { accuracy: "Accuracy (%)" },
      firstEpoch: 11,
      title: "Resumed",
    }),
};

testGallery(gallery);

Deno.test("plots: descriptions hold the numbers", () => {
  assert.match(describe(gallery.bars!()), /largest: "e" 94,611, "t" 67,009, "\\n" 40,000; smallest: "Z" 3\./);
  assert.match(describe(gallery.histogram!()), /7 values from 1 to 9, median 3/);
  assert.match(
    describe(gallery.confusion!()),
    /93 of 100 right \(93 %\); most frequent error: positive taken for negative, 5/,
  );
  assert.match(
    describe(gallery.learning_curves!()),
    /validation loss from 2.8 to 2.9, lowest 2.8 in epoch 1/,
  );
  assert.equal(describe({ data: [{ type: "pie", name: "p" }], layout: {} }), 'Chart of 1 trace: pie "p".');
  assert.equal(describe({ data: [], layout: {} }), "Chart of 0 traces: empty.");
});

Deno.test("plots: learning curves take a training history as it is, with its first epoch", () => {
  const history = { epoch: [4, 5], metrics: { loss: [1, 0.5] }, seconds: [2, 2], stopped: null };
  assert.deepEqual(learningCurves(history).data[0]!.x, [5, 6]);
  assert.deepEqual(learningCurves(history), learningCurves({ loss: [1, 0.5] }, { firstEpoch: 5 }));
});

Deno.test("plots: lines take a list of named series, or an object of them", () => {
  const titles = { xTitle: "Step", yTitle: "Loss" };
  const list = [{ name: "a", y: [3, 2] }, { name: "b", x: [5, 6], y: new Float32Array([1, 2]) }];
  assert.deepEqual(lines(list, titles), lines({ a: [3, 2], b: { x: [5, 6], y: [1, 2] } }, titles));
  assert.throws(() => lines([], titles), /RangeError: Cannot draw lines/);
});

Deno.test("plots: a chart of a million values stays small", () => {
  const values = Float32Array.from({ length: 1e6 }, (_, i) => Math.sin(i) * 100);
  assert.ok(JSON.stringify(histogram(values, { xTitle: "Value" })).length < 10_000);
});

Deno.test("plots: histograms count every value once, the largest in the last bin", () => {
  for (const values of [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [0.1, 0.2, 0.9, 1], [5, 5, 5], [7]]) {
    for (const bins of [undefined, 1, 3, 10]) {
      const [trace] = histogram(values, { xTitle: "Value", bins }).data;
      assert.equal((trace!.y as number[]).reduce((a, b) => a + b), values.length);
    }
  }
});

Deno.test("plots: whole numbers get bins centred on whole numbers", () => {
  const [trace] = histogram([1, 2, 2, 3], { xTitle: "Value", bins: 3 }).data;
  assert.deepEqual(trace!.x, [1, 2, 3]);
  assert.deepEqual(trace!.y, [1, 2, 1]);
});

Deno.test("plots: data is left as it was", () => {
  const values = [3, 1, 2];
  histogram(values, { xTitle: "Value" });
  assert.deepEqual(values, [3, 1, 2]);
});

Deno.test("plots: bad input is refused in words", () => {
  const titles = { xTitle: "x", yTitle: "y", valueTitle: "v" };
  const refused: [() => Figure, RegExp][] = [
    [() => bars([], titles), /RangeError: Cannot draw bars as .*: no category/],
    [() => histogram([], titles), /RangeError: Cannot draw a histogram as .*: no value/],
    [() => histogram([1, NaN], titles), /RangeError: Cannot draw a histogram as counts of finite values/],
    [
      () => histogram([1, 2], { ...titles, bins: 0 }),
      /RangeError: Cannot bin as a positive whole number of bins: 0/,
    ],
    [() => heatmap([], titles), /RangeError: Cannot draw a heatmap as rows of values: the matrix is empty/],
    [() => heatmap([[1], [1, 2]], titles), /TypeError: Cannot draw a heatmap as rows of 1: row 1 has 2/],
    [
      () => heatmap([[1]], { ...titles, xLabels: ["a", "b"] }),
      /TypeError: Cannot label a heatmap of 1 x 1 .*: 2 labels/,
    ],
    [
      () => confusionHeatmap([[1]], { labels: ["a", "b"] }),
      /TypeError: Cannot draw a confusion matrix as 2 x 2: .* 1 rows/,
    ],
    [() => lines({}, titles), /RangeError: Cannot draw lines as .*: no series/],
    [
      () => lines({ a: { x: [1], y: [] } }, titles),
      /TypeError: Cannot draw a as y over x: 1 x and 0 y values/,
    ],
    [() => scatter([], titles), /RangeError: Cannot draw a scatter chart as points: no point/],
    [
      () => learningCurves({}),
      /RangeError: Cannot draw learning curves as one value an epoch of loss: there is nothing/,
    ],
    [
      () => learningCurves({ loss: [1] }, { metrics: ["accuracy"] }),
      /RangeError: Cannot draw learning curves as one value an epoch of accuracy: there is loss/,
    ],
  ];
  for (const [draw, message] of refused) {
    assert.throws(draw, (error) => message.test(String(error)), String(message));
  }
});
