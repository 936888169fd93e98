import assert from "node:assert/strict";
import { classificationReport, type ClassScores, confusionMatrix } from "../../lib/evaluation/mod.ts";
import { assertNear, golden } from "./_golden.ts";

const list = ({ precision, recall, f1, support }: ClassScores) => [precision, recall, f1, support];

Deno.test("confusionMatrix, classificationReport: scikit-learn's numbers", () => {
  for (const { labels, predictions, classes, ...expected } of golden.reports) {
    const matrix = confusionMatrix(labels, predictions, { classes }), report = classificationReport(matrix);
    assert.deepEqual(matrix, expected.matrix);
    assertNear([report.accuracy], [expected.accuracy]);
    report.classes.forEach((row, i) => assertNear(list(row), expected.rows[i]!));
    assertNear(list(report.macro), expected.macro);
    assertNear(list(report.weighted), expected.weighted);
  }
});

Deno.test("confusionMatrix: true classes are rows", () => {
  assert.deepEqual(confusionMatrix([0, 0, 1], new Uint8Array([0, 2, 1])), [[1, 0, 1], [0, 1, 0], [0, 0, 0]]);
});

Deno.test("classificationReport: a class that nobody predicts, and names", () => {
  const { classes } = classificationReport([[0, 2], [0, 6]], { labels: ["silence", "speech"] });
  assert.deepEqual(classes[0], { label: "silence", precision: 0, recall: 0, f1: 0, support: 2 });
  assert.deepEqual(classes[1], { label: "speech", precision: 0.75, recall: 1, f1: 12 / 14, support: 6 });
});

Deno.test("confusionMatrix: what can't be compared is named", () => {
  assert.throws(() => confusionMatrix([0, 1], [0]), {
    name: "TypeError",
    message: "Cannot compare predictions as one for each of 2 labels: there are 1",
  });
  assert.throws(() => confusionMatrix([], []), /RangeError: .*there are none/);
  for (const wrong of [-1, 0.5, NaN, 2]) {
    assert.throws(() => confusionMatrix([0, wrong], [0, 1], { classes: 2 }), {
      name: "RangeError",
      message: `Cannot count classes as 0 to 1: example 1 is ${wrong}, predicted 1`,
    });
    assert.throws(() => confusionMatrix([0, 1], [0, wrong], { classes: 2 }), RangeError);
  }
});

Deno.test("classificationReport: what is no matrix of counts is named", () => {
  assert.throws(
    () => classificationReport([[1, 2]]),
    /TypeError: Cannot report as 1 classes: the matrix is 1 x 2/,
  );
  assert.throws(() => classificationReport([[1]], { labels: ["a", "b"] }), /TypeError: .*2 classes.* 1 x 1/);
  assert.throws(() => classificationReport([[0, 0], [0, 0]]), /RangeError: .*there are none/);
  assert.throws(() => classificationReport([[1, 0.5], [0, 0]]), /RangeError: .*whole numbers from 0: 0.5/);
  assert.throws(() => classificationReport([]), /RangeError/);
});
