import assert from "node:assert/strict";
import {
  areaUnderCurve,
  averagePrecision,
  bestThreshold,
  equalErrorRate,
  precisionRecallCurve,
  rocCurve,
  thinCurve,
} from "../../lib/evaluation/mod.ts";
import { random } from "../../lib/core/mod.ts";
import { assertNear, golden } from "./_golden.ts";

Deno.test("rocCurve, precisionRecallCurve and what lies under them: scikit-learn's numbers", () => {
  for (const { labels, scores, roc, area, precisionRecall, averagePrecision: average } of golden.scores) {
    const found = rocCurve(labels, scores as number[]);
    assertNear(found.falsePositiveRate, roc.falsePositiveRate);
    assertNear(found.truePositiveRate, roc.truePositiveRate);
    assertNear(found.thresholds, roc.thresholds);
    assertNear([areaUnderCurve(found.falsePositiveRate, found.truePositiveRate)], [area]);
    const curve = precisionRecallCurve(labels, scores as number[]);
    assertNear(curve.precision, precisionRecall.precision);
    assertNear(curve.recall, precisionRecall.recall);
    assertNear(curve.thresholds, precisionRecall.thresholds);
    assertNear([averagePrecision(labels, scores as number[])], [average]);
  }
});

/** Examples whose scores overlap. */
function examples(count: number): { labels: Uint8Array; scores: Float32Array } {
  const draw = random(11), labels = Uint8Array.from({ length: count }, () => draw.integer(0, 3) > 0 ? 1 : 0);
  return { labels, scores: Float32Array.from(labels, (label) => label + 0.8 * draw.normal()) };
}

Deno.test("areaUnderCurve: the chance that a positive scores higher than a negative", () => {
  const { labels, scores } = examples(200);
  let higher = 0, pairs = 0;
  labels.forEach((one, i) =>
    labels.forEach((other, j) => {
      if (one !== 1 || other !== 0) return;
      pairs++;
      higher += scores[i]! > scores[j]! ? 1 : scores[i]! === scores[j]! ? 0.5 : 0;
    })
  );
  const { falsePositiveRate, truePositiveRate } = rocCurve(labels, scores);
  assert.ok(Math.abs(areaUnderCurve(falsePositiveRate, truePositiveRate) - higher / pairs) < 1e-12);
});

Deno.test("equalErrorRate: literal values", () => {
  assert.deepEqual(equalErrorRate([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]), { rate: 0.5, threshold: 0.4 });
  assert.equal(equalErrorRate([0, 0, 1, 1], [0.1, 0.2, 0.3, 0.8]).rate, 0);
  assert.equal(equalErrorRate([1, 1, 0, 0], [0.1, 0.2, 0.3, 0.8]).rate, 1);
  assert.equal(equalErrorRate([1, 0], [0.5, 0.5]).rate, 0.5);
});

Deno.test("equalErrorRate: as much is missed as is raised falsely", () => {
  const { labels, scores } = examples(20_000), { rate, threshold } = equalErrorRate(labels, scores);
  const share = (label: number): number => {
    const group = scores.filter((_, i) => labels[i] === label);
    return group.filter((score) => score >= threshold !== (label === 1)).length / group.length;
  };
  assert.ok(Math.abs(share(0) - rate) < 1e-3 && Math.abs(share(1) - rate) < 1e-3);
});

Deno.test("bestThreshold: none of all thresholds is better", () => {
  const { labels, scores } = examples(300);
  const value = {
    accuracy: (tp: number, fp: number, p: number, n: number) => (tp + n - fp) / (p + n),
    f1: (tp: number, fp: number, p: number) => 2 * tp / (tp + fp + p),
    balancedAccuracy: (tp: number, fp: number, p: number, n: number) => (tp / p + (n - fp) / n) / 2,
  };
  for (const criterion of ["accuracy", "f1", "balancedAccuracy"] as const) {
    const reached = (threshold: number): number => {
      const count = (label: number, from: number) =>
        labels.filter((one, i) => one === label && scores[i]! >= from).length;
      return value[criterion](
        count(1, threshold),
        count(0, threshold),
        count(1, -Infinity),
        count(0, -Infinity),
      );
    };
    const best = bestThreshold(labels, scores, { criterion });
    assert.equal(reached(best.threshold), best.value);
    for (const score of scores) assert.ok(reached(score) <= best.value);
  }
});

Deno.test("bestThreshold: half-way between two scores, the highest of equals", () => {
  assert.deepEqual(bestThreshold([0, 0, 1, 1], [0.1, 0.25, 0.5, 0.8]), { threshold: 0.375, value: 1 });
  assert.deepEqual(bestThreshold([1, 0], [1, 2]), { threshold: 1, value: 0.5 });
  assert.throws(
    () => bestThreshold([0, 1], [0, 1], { criterion: "recall" as "f1" }),
    /RangeError: Cannot choose a threshold as by one of accuracy, f1, balancedAccuracy: recall/,
  );
});

Deno.test("curves: bad labels and scores are named", () => {
  for (const judge of [rocCurve, precisionRecallCurve, averagePrecision, equalErrorRate, bestThreshold]) {
    assert.throws(
      () => judge([0, 1], [0.5]),
      /TypeError: Cannot take scores as one for each of 2 labels: there are 1/,
    );
    assert.throws(
      () => judge([0, 1], [0.5, NaN]),
      /RangeError: Cannot take scores as finite: score 1 is NaN/,
    );
    assert.throws(() => judge([0, 2], [0.5, 1]), /RangeError: Cannot take labels as 0 or 1: label 1 is 2/);
    assert.throws(
      () => judge([1, 1], [0.5, 1]),
      /RangeError: Cannot take labels as of both classes: none of 2 is 0/,
    );
    assert.throws(
      () => judge([0, 0], [0.5, 1]),
      /RangeError: Cannot take labels as of both classes: none of 2 is 1/,
    );
    assert.throws(() => judge([], []), /none of 0 is 1/);
  }
});

Deno.test("areaUnderCurve: what is no curve is named", () => {
  assert.equal(areaUnderCurve([0, 1, 3], [1, 2, 2]), 5.5);
  assert.throws(() => areaUnderCurve([0, 1], [1]), /TypeError: .*2 x and 1 y/);
  assert.throws(() => areaUnderCurve([0], [1]), /RangeError: .*two points or more: 1/);
  assert.throws(() => areaUnderCurve([0, 2, 1], [1, 1, 1]), /RangeError: .*2 comes before 1/);
  assert.throws(() => areaUnderCurve([0, NaN], [1, 1]), /RangeError/);
});

Deno.test("thinCurve: a step apart along the curve, both ends kept", () => {
  const x = Float64Array.from({ length: 1001 }, (_, i) => i / 1000);
  assertNear(thinCurve({ x, y: x }, { points: 11 }).x, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  const { labels, scores } = examples(50_000),
    { falsePositiveRate, truePositiveRate } = rocCurve(labels, scores);
  assert.ok(falsePositiveRate.length > 5000);
  const thin = thinCurve({ x: falsePositiveRate, y: truePositiveRate });
  assert.ok(thin.x.length > 300 && thin.x.length <= 401, `${thin.x.length}`);
  assert.deepEqual([thin.x[0], thin.y[0], thin.x.at(-1), thin.y.at(-1)], [0, 0, 1, 1]);
  const area = areaUnderCurve(falsePositiveRate, truePositiveRate);
  assert.ok(Math.abs(areaUnderCurve(thin.x, thin.y) - area) < 1e-3);
  assert.deepEqual(thinCurve({ x: [0, 0, 1], y: [0, 1, 1] }), { x: [0, 0, 1], y: [0, 1, 1] });
  assert.deepEqual(thinCurve({ x: [], y: [] }), { x: [], y: [] });
  assert.throws(() => thinCurve({ x: [0], y: [] }), TypeError);
  assert.throws(() => thinCurve({ x: [0, 1], y: [0, 1] }, { points: 1 }), RangeError);
});
