import assert from "node:assert/strict";
import type { Segment } from "unroll/core/mod.ts";
import { detectionErrors, segmentsFromScores, sumDetectionErrors } from "../../lib/evaluation/mod.ts";
import { frameLabels } from "../../lib/datasets/mod.ts";
import { random } from "../../lib/core/mod.ts";
import { assertNear, golden } from "./_golden.ts";

const segments = (pairs: readonly (readonly (number | null)[])[]): Segment[] =>
  pairs.map(([start, end]) => ({ start: start!, end: end! }));

Deno.test("detectionErrors: pyannote.metrics' numbers", () => {
  for (const { reference, hypothesis, regions, collar, ...expected } of golden.detections) {
    const options = { collar, ...(regions ? { regions: segments(regions) } : {}) };
    const found = detectionErrors(segments(reference), segments(hypothesis), options);
    for (const key of ["speech", "missed", "falselyRaised", "detectionErrorRate"] as const) {
      assert.ok(Math.abs(found[key] - expected[key]) < 1e-9, `${key}: ${found[key]} for ${expected[key]}`);
    }
  }
});

Deno.test("detectionErrors: literal values, in any order, overlaps joined", () => {
  const reference = segments([[5, 7], [2, 4], [3, 6]]), hypothesis = segments([[3, 8]]);
  assert.deepEqual(detectionErrors(reference, hypothesis, { regions: segments([[4, 10], [0, 5]]) }), {
    speech: 5,
    silence: 5,
    missed: 1,
    falselyRaised: 1,
    missRate: 0.2,
    falseAlarmRate: 0.2,
    detectionErrorRate: 0.4,
  });
  assert.equal(detectionErrors(reference, hypothesis).silence, 1);
  const collared = detectionErrors(segments([[2, 4]]), segments([[3, 5]]), {
    collar: 1,
    regions: segments([[0, 9]]),
  });
  assert.deepEqual([collared.speech, collared.silence, collared.missed, collared.falselyRaised], [
    1,
    6,
    0.5,
    0.5,
  ]);
});

Deno.test("detectionErrors: as counted frame by frame", () => {
  const draw = random(3);
  const some = (): Segment[] =>
    Array.from({ length: 8 }, () => {
      const start = draw.integer(0, 900) / 100;
      return { start, end: start + draw.integer(1, 100) / 100 };
    });
  for (let run = 0; run < 20; run++) {
    const reference = some(), hypothesis = some(), frames = 1000;
    const truth = frameLabels(reference, { frames }), found = frameLabels(hypothesis, { frames });
    const count = (a: number, b: number) =>
      truth.filter((label, t) => label === a && found[t] === b).length / 100;
    const errors = detectionErrors(reference, hypothesis, { regions: [{ start: 0, end: 10 }] });
    assertNear([errors.missed, errors.falselyRaised, errors.silence], [
      count(1, 0),
      count(0, 1),
      count(0, 0) + count(0, 1),
    ]);
  }
});

Deno.test("detectionErrors: all speech, all silence", () => {
  const all = segments([[0, 5]]), regions = all;
  const missed = detectionErrors(all, [], { regions });
  assert.deepEqual([missed.missRate, missed.falseAlarmRate, missed.detectionErrorRate], [1, 0, 1]);
  const raised = detectionErrors([], all, { regions });
  assert.deepEqual([raised.missRate, raised.falseAlarmRate, raised.detectionErrorRate], [0, 1, 1]);
  assert.equal(detectionErrors([], [], { regions }).detectionErrorRate, 0);
});

Deno.test("detectionErrors: what can't be evaluated is named", () => {
  const some = segments([[0, 1]]);
  for (const [start, end] of [[2, 1], [1, 1], [NaN, 1], [0, Infinity]] as const) {
    assert.throws(() => detectionErrors(some, [{ start, end }]), {
      name: "RangeError",
      message: `Cannot use a segment as one that ends after its beginning: ${start} s to ${end} s`,
    });
    assert.throws(() => detectionErrors(some, some, { regions: [{ start, end }] }), RangeError);
  }
  assert.throws(() => detectionErrors(some, some, { collar: -1 }), /RangeError: .*seconds from 0.*: -1/);
  assert.throws(() => detectionErrors([], []), /RangeError: .*no region is left/);
  assert.throws(() => detectionErrors(some, some, { regions: [] }), /RangeError: .*no region is left/);
  assert.throws(() => detectionErrors(some, some, { collar: 9 }), /RangeError: .*no region is left/);
});

Deno.test("sumDetectionErrors: seconds are added, shares are of the sums", () => {
  const one = detectionErrors(segments([[0, 4]]), segments([[0, 3]]), { regions: segments([[0, 5]]) });
  const other = detectionErrors(segments([[0, 1]]), segments([[0, 3]]), { regions: segments([[0, 4]]) });
  assert.deepEqual(sumDetectionErrors([one, other]), {
    speech: 5,
    silence: 4,
    missed: 1,
    falselyRaised: 2,
    missRate: 0.2,
    falseAlarmRate: 0.5,
    detectionErrorRate: 0.6,
  });
  assert.deepEqual(sumDetectionErrors([one]), one);
  assert.throws(() => sumDetectionErrors([]), /RangeError: .*there are none/);
});

Deno.test("segmentsFromScores: pyannote.audio's segments", () => {
  for (const { scores, options, segments: expected } of golden.segments) {
    const found = segmentsFromScores(scores as number[], options);
    assertNear(found.flatMap(({ start, end }) => [start, end]), expected.flat());
    assert.ok(found.length > 1);
  }
});

Deno.test("segmentsFromScores: thresholds, gaps, short ones, padding to the ends", () => {
  const scores = [0.9, 0.4, 0.2, 0.9, 0.5, 0.9, 0.1, 0.1, 0.9], hop = 1;
  const found = (options = {}) =>
    segmentsFromScores(scores, { hop, ...options }).map(({ start, end }) => [start, end]);
  assert.deepEqual(found(), [[0, 1], [3, 6], [8, 9]]);
  assert.deepEqual(found({ offset: 0.3 }), [[0, 2], [3, 6], [8, 9]]);
  assert.deepEqual(found({ onset: 0.6 }), [[0, 1], [3, 4], [5, 6], [8, 9]]);
  assert.deepEqual(found({ minimumSilence: 2 }), [[0, 1], [3, 6], [8, 9]]);
  assert.deepEqual(found({ minimumSilence: 2.1 }), [[0, 9]]);
  assert.deepEqual(found({ minimumSpeech: 3 }), [[3, 6]]);
  assert.deepEqual(found({ padBefore: 0.5, padAfter: 0.25 }), [[0, 1.25], [2.5, 6.25], [7.5, 9]]);
  assert.deepEqual(found({ padBefore: 1, padAfter: 1 }), [[0, 9]]);
});

Deno.test("segmentsFromScores: frames of the segments are the frames", () => {
  const draw = random(9), labels = Uint8Array.from({ length: 700 }, () => draw.integer(0, 2));
  const back = frameLabels(segmentsFromScores(labels), { frames: 700 });
  assert.deepEqual(back, labels);
  assert.deepEqual(segmentsFromScores([]), []);
  assert.deepEqual(segmentsFromScores(new Float32Array(50)), []);
});

Deno.test("segmentsFromScores: bad numbers are named", () => {
  assert.throws(
    () => segmentsFromScores([0, NaN]),
    /RangeError: Cannot take scores as finite: score 1 is NaN/,
  );
  assert.throws(() => segmentsFromScores([0], { hop: 0 }), /RangeError: .*seconds apart: 0/);
  assert.throws(
    () => segmentsFromScores([0], { onset: 0.4, offset: 0.6 }),
    /RangeError: .*onset of 0.4.*0.6/,
  );
  for (const name of ["padBefore", "padAfter", "minimumSilence", "minimumSpeech"]) {
    assert.throws(
      () => segmentsFromScores([0], { [name]: -1 }),
      new RegExp(`RangeError: Cannot take ${name} as .*: -1`),
    );
  }
});
