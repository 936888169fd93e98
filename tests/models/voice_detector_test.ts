import assert from "node:assert/strict";
import { frameFeatures } from "../../lib/audio/mod.ts";
import { random } from "../../lib/core/mod.ts";
import { tf, useEngine } from "../../lib/engine/mod.ts";
import { lstm, normalization } from "../../lib/layers/mod.ts";
import {
  oneFrame,
  voiceActivityCDNN,
  voiceActivityLSTM,
  voiceActivityRawCDNN,
  voiceDetector,
} from "../../lib/models/mod.ts";

await useEngine();

const frameLength = 40, hopLength = 16, draw = random(5);
const sound = Float32Array.from({ length: 150 }, () => 0.3 * draw.normal());
const features = frameFeatures({ sampleRate: 1600, frameLength, melBands: 12 });
const normalize = normalization();
normalize.adapt(tf.randomNormal([1, 50, 12], -20, 9, "float32", 1));

const detectors: Record<string, tf.Sequential> = {
  lstm: voiceActivityLSTM({ features: 12, units: [5], normalize }),
  known: voiceActivityLSTM({
    features: 12,
    units: [5],
    normalize: normalization({ mean: -20, variance: 81 }),
  }),
  stacked: voiceActivityLSTM({ features: 12, units: [4, 3], outputs: 2 }),
  cdnn: voiceActivityCDNN({ features: 12, filters: 3, kernelSize: 4 }),
  raw: voiceActivityRawCDNN({ filters: 10, kernelSize: 9, windowLength: frameLength, hopLength }),
};

/** What a model says of the whole sound, zeros behind it. */
function atOnce(model: tf.Sequential, samples: Float32Array): number[] {
  const frames = Math.ceil(samples.length / hopLength), inputs = model.inputs[0]!.shape[2]!;
  const padded = new Float32Array((frames - 1) * hopLength + frameLength);
  padded.set(samples);
  const cut = (t: number) => padded.subarray(t * hopLength, t * hopLength + frameLength);
  const rows = inputs === 1 ? [...padded] : Array.from({ length: frames }, (_, t) => [...features(cut(t))]);
  const answers = (model.predict(tf.tensor(rows.flat(), [1, rows.length, inputs])) as tf.Tensor3D)
    .arraySync();
  return answers[0]!.map((answer) => answer.at(-1)!);
}

Deno.test("voiceDetector: sound in pieces gives what the whole sound gives at once", () => {
  for (const [name, model] of Object.entries(detectors)) {
    const detector = voiceDetector(model, {
      frameLength,
      hopLength,
      features: name === "raw" ? undefined : features,
    });
    for (const length of [150, 1, 16, 17, 40, 41]) {
      const samples = sound.subarray(0, length), expected = atOnce(model, samples);
      for (const piece of [1, 23, 500]) {
        const found: number[] = [];
        for (let at = 0; at < length; at += piece) {
          found.push(...detector.push(samples.subarray(at, at + piece)));
          assert.equal(found.length, Math.max(0, Math.floor((Math.min(length, at + piece) - 24) / 16)));
        }
        found.push(...detector.end());
        assert.equal(found.length, expected.length, `${name}: ${length} in pieces of ${piece}`);
        found.forEach((value, t) => assert.ok(Math.abs(value - expected[t]!) < 1e-5, `${name} ${t}`));
      }
    }
    assert.equal(detector.end().length, 0);
    detector.dispose();
  }
});

Deno.test("voiceDetector: leaves no tensors behind", () => {
  const before = tf.memory().numTensors;
  const detector = voiceDetector(detectors.stacked!, { frameLength, hopLength, features });
  detector.push(sound);
  detector.end();
  detector.dispose();
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("oneFrame: several recordings side by side, and new weights", () => {
  const model = voiceActivityLSTM({ features: 2, units: [3] }), stepper = oneFrame(model);
  for (let round = 0; round < 2; round++) {
    const { output } = stepper.step(Float32Array.of(1, 2, 3, 4), stepper.start(2));
    const whole = model.predict(tf.tensor3d([1, 2, 3, 4], [2, 1, 2])) as tf.Tensor;
    assert.deepEqual(output.shape, [2, 1]);
    whole.dataSync().forEach((value, b) => assert.ok(Math.abs(value - output.dataSync()[b]!) < 1e-6));
    model.setWeights(model.getWeights().map((weight) => weight.mul(-2)));
  }
});

Deno.test("oneFrame and voiceDetector: models and frames that do not fit", () => {
  const input = tf.input({ shape: [null, 3] });
  const branching = tf.model({
    inputs: input,
    outputs: tf.layers.add().apply([input, input]) as tf.SymbolicTensor,
  });
  const row = (...layers: tf.layers.Layer[]) => tf.sequential({ layers });
  const inputShape = [null, 3];
  assert.throws(() => oneFrame(branching), /row of layers/);
  assert.throws(
    () => oneFrame(voiceActivityLSTM({ bidirectional: true })),
    /frame by frame: it is a Bidirectional/,
  );
  assert.throws(() => oneFrame(row(lstm({ units: 2, inputShape, goBackwards: true }))), /frame by frame/);
  assert.throws(() => oneFrame(row(tf.layers.conv1d({ filters: 1, kernelSize: 2, inputShape }))), /Conv1D/);
  const tall = tf.layers.conv2d({ filters: 1, kernelSize: [2, 1], inputShape: [null, 3, 1] });
  assert.throws(() => oneFrame(row(tall)), /Conv2D/);
  const stepper = oneFrame(detectors.lstm!);
  assert.throws(() => stepper.step(new Float32Array(11), stepper.start(1)), /12 features each: it has 11/);
  assert.throws(() => stepper.step(new Float32Array(24), stepper.start(1)), /frame for/);
  assert.throws(() => stepper.step(new Float32Array(12), []), TypeError);
  const three = row(lstm({ units: 3, inputShape, returnSequences: true }));
  assert.throws(() => voiceDetector(three, { frameLength, hopLength }), /1 or 2 outputs: it has 3/);
  const cut = (lengths: { frameLength: number; hopLength: number }) => voiceDetector(detectors.raw!, lengths);
  assert.throws(() => cut({ frameLength: 4.5, hopLength: 1 }), /frameLength >= 1/);
  assert.throws(() => cut({ frameLength: 8, hopLength: 9 }), /share samples: 9 > 8/);
  const wrong = voiceDetector(detectors.lstm!, { frameLength, hopLength });
  assert.throws(() => wrong.push(sound), TypeError);
});
