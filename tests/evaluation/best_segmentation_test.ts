import assert from "node:assert/strict";
import { bestSegmentation, segmentationErrors } from "../../lib/evaluation/mod.ts";

const recording = {
  scores: [0.1, 0.7, 0.4, 0.8, 0.2, 0.6, 0.1, 0.1],
  segments: [{ start: 1, end: 4 }],
  regions: [{ start: 0, end: 8 }],
};

Deno.test("segmentationErrors: the sum over recordings, in what is evaluated", () => {
  const { missed, falselyRaised, speech } = segmentationErrors([recording, recording], {
    hop: 1,
    onset: 0.5,
  });
  assert.deepEqual([missed, falselyRaised, speech], [2, 2, 6]);
  const half = { ...recording, regions: [{ start: 0, end: 4 }] };
  assert.equal(segmentationErrors([half], { hop: 1, onset: 0.5 }).falselyRaised, 0);
});

Deno.test("bestSegmentation: thresholds, hysteresis and durations, whichever errs least", () => {
  const options = { onsets: [0.05, 0.5, 0.65], gaps: [0, 0.3], hop: 1 };
  const { rule, errors } = bestSegmentation([recording], options);
  assert.deepEqual([rule.onset, Math.round(100 * rule.offset), errors.detectionErrorRate], [0.65, 35, 0]);
  const apart = { ...recording, scores: [0.1, 0.7, 0.4, 0.8, 0.2, 0.2, 0.6, 0.1] };
  const long = bestSegmentation([apart], { onsets: [0.5], durations: [[0, 0], [1.5, 2]], hop: 1 });
  assert.deepEqual([long.rule.minimumSilence, long.rule.minimumSpeech], [1.5, 2]);
});

Deno.test("bestSegmentation: silent recordings, and nothing to choose from", () => {
  const silent = { ...recording, segments: [] };
  assert.equal(bestSegmentation([silent], { onsets: [0.5, 0.9], hop: 1 }).rule.onset, 0.9);
  assert.throws(() => bestSegmentation([], { onsets: [0.5] }), /1 on 0/);
  assert.throws(() => bestSegmentation([recording], { onsets: [] }), /0 on 1/);
  assert.throws(() => segmentationErrors([], {}), RangeError);
});
