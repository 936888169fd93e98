import assert from "node:assert/strict";
import {
  dctMatrix,
  delta,
  frame,
  hzToMel,
  level,
  melFilterBank,
  melSpectrogram,
  melToHz,
  mfcc,
  nativeAudio,
  padSamples,
  powerToDb,
  realFFT,
  rms,
  spectralCentroid,
  spectralContrast,
  spectralFlatness,
  spectrogram,
  stft,
  windowFunction,
  zeroCrossingRate,
} from "../../lib/audio/mod.ts";
import { MissingError } from "../../lib/core/mod.ts";
import { fillTensor, irfft, readTensor, rfft, tf, useEngine } from "../../lib/engine/mod.ts";
import { signal } from "./_signals.ts";

const sound = signal("voice", 8000, 2000);

Deno.test("realFFT: the definition's numbers, for lengths of every kind", () => {
  for (const length of [1, 2, 3, 4, 5, 8, 12, 15, 16, 34, 37, 49, 64, 100, 128, 143, 202]) {
    const { samples } = signal("noise", 8000, length), { re, im } = realFFT(length).transform(samples);
    assert.equal(re.length, Math.floor(length / 2) + 1);
    re.forEach((_, k) => {
      let real = 0, imaginary = 0;
      samples.forEach((value, j) => {
        real += value * Math.cos(2 * Math.PI * j * k / length);
        imaginary -= value * Math.sin(2 * Math.PI * j * k / length);
      });
      assert.ok(Math.hypot(re[k]! - real, im[k]! - imaginary) < 1e-11, `bin ${k} of ${length}`);
    });
  }
});

Deno.test("padSamples: NumPy's modes, further than the sound is long", () => {
  const pad = (mode: Parameters<typeof padSamples>[1]["mode"]) => [
    ...padSamples(Float32Array.of(1, 2, 3), { before: 4, after: 4, mode, value: 9 }),
  ];
  assert.deepEqual(pad("constant"), [9, 9, 9, 9, 1, 2, 3, 9, 9, 9, 9]);
  assert.deepEqual(pad("edge"), [1, 1, 1, 1, 1, 2, 3, 3, 3, 3, 3]);
  assert.deepEqual(pad("reflect"), [1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3]);
  assert.deepEqual(pad("symmetric"), [3, 3, 2, 1, 1, 2, 3, 3, 2, 1, 1]);
  assert.deepEqual(pad("wrap"), [3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1]);
  assert.deepEqual([...padSamples(Float32Array.of(5), { before: 2, mode: "reflect" })], [5, 5, 5]);
});

Deno.test("stft: several waveforms give a leading axis, each with its own numbers", async () => {
  await useEngine({ backend: "tensorflow" });
  const other = signal("noise", 8000, 2000), options = { frameLength: 256, engine: nativeAudio() };
  const both = spectrogram([sound, other], options),
    each = [sound, other].map((one) => spectrogram(one, options));
  assert.deepEqual(both.shape, [2, ...each[0]!.shape]);
  assert.deepEqual([...both.values], each.flatMap(({ values }) => [...values]));
  const decibels = powerToDb(both), alone = powerToDb(each[1]!);
  assert.deepEqual([...decibels.values.subarray(alone.values.length)], [...alone.values]);
});

Deno.test("stft: nothing is left on the engine", async () => {
  await useEngine({ backend: "tensorflow" });
  const before = tf.memory().numTensors;
  mfcc(sound, { frameLength: 256, engine: nativeAudio() });
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("stft: a window by its weights is the window by its name", () => {
  const window = windowFunction("hamming", 200), named = { frameLength: 256, windowLength: 200 };
  const given = stft(sound, { frameLength: 256, window });
  assert.deepEqual(given.values, stft(sound, { ...named, window: "hamming" }).values);
});

Deno.test("mfcc: entered at any stage with the same numbers", () => {
  const options = { frameLength: 256, melBands: 32 }, spectrum = stft(sound, options);
  const power = spectrogram(spectrum, options), mel = melSpectrogram(power, options);
  for (const stage of [sound, spectrum, power, mel, powerToDb(mel)]) {
    const { values, shape } = mfcc(stage, options), whole = mfcc(sound, options);
    assert.deepEqual(shape, whole.shape);
    values.forEach((value, i) => assert.ok(Math.abs(value - whole.values[i]!) < 1e-3));
  }
});

Deno.test("features: literal values", () => {
  [0, 0.5, 1, 0.5].forEach((value, i) => assert.ok(Math.abs(windowFunction("hann", 4)[i]! - value) < 1e-12));
  assert.ok(Math.abs(hzToMel(1000) - 15) < 1e-9);
  assert.ok(Math.abs(melToHz(hzToMel(3000, "htk"), "htk") - 3000) < 1e-9);
  assert.ok(Math.abs(hzToMel(1000, "htk") - 999.9856) < 1e-3);
  assert.deepEqual(level({ samples: Float32Array.of(0.5, -1, 0.5, 0), sampleRate: 8 }), {
    peak: 1,
    rms: Math.sqrt(1.5 / 4),
    clipped: 0.25,
  });
  const ramp = { values: Float32Array.from({ length: 12 }, (_, t) => t * t), shape: [12, 1] };
  const second = delta({ ...ramp, sampleRate: 8000, hopLength: 80 }, { order: 2 });
  second.values.forEach((value) => assert.ok(Math.abs(value - 2) < 1e-4));
  const silence = { samples: new Float32Array(512), sampleRate: 8000 };
  assert.deepEqual([...spectralCentroid(silence, { frameLength: 512, padding: "none" }).values], [0]);
});

Deno.test("engine: tensors' memory is written and read where it is", async () => {
  await useEngine({ backend: "tensorflow" });
  const tensor = fillTensor([2, 2], (memory) => memory.set([1, 0, 0, 1]));
  assert.deepEqual(readTensor(tensor, (memory) => [...memory]), [1, 0, 0, 1]);
  const spectrum = rfft(tensor as tf.Tensor2D);
  assert.deepEqual(readTensor(spectrum, (memory) => [...memory]), [1, 0, 1, 0, 1, 0, -1, 0]);
  const back = irfft(spectrum, 2), longer = irfft(spectrum, 4);
  assert.deepEqual([readTensor(back, (m) => [...m]), longer.shape], [[1, 0, 0, 1], [2, 4]]);
  tf.dispose([tensor, spectrum, back, longer]);
  const before = tf.memory().numTensors;
  assert.throws(() => fillTensor([2], () => assert.fail("as it was written")), /as it was written/);
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("engine: the same where TensorFlow isn't", async () => {
  await useEngine({ backend: "cpu" });
  try {
    const tensor = fillTensor([1, 4], (memory) => memory.set([1, 0, -1, 0]));
    assert.deepEqual(readTensor(tensor, (memory) => [...memory]), [1, 0, -1, 0]);
    const spectrum = rfft(tensor as tf.Tensor2D), magnitudes = tf.abs(spectrum);
    assert.deepEqual([...magnitudes.dataSync()].map(Math.round), [0, 2, 0]);
    const back = irfft(spectrum, 4), shorter = irfft(spectrum, 2), longer = irfft(spectrum, 8);
    assert.deepEqual([...back.dataSync()].map(Math.round), [1, 0, -1, 0]);
    assert.deepEqual([shorter.shape, longer.shape], [[1, 2], [1, 8]]);
    tf.dispose([tensor, spectrum, magnitudes, back, shorter, longer]);
    assert.throws(() => nativeAudio(), MissingError);
  } finally {
    await useEngine({ backend: "tensorflow" });
  }
});

Deno.test("features: what can't be worked on is named", () => {
  const of = (...samples: number[]) => ({ samples: Float32Array.from(samples), sampleRate: 8000 });
  const throws = (f: () => unknown, type: ErrorConstructor, message: RegExp): void => {
    assert.throws(f, (error) => error instanceof type && message.test(error.message), `${message}`);
  };
  throws(() => rms(of()), RangeError, /there are none/);
  throws(() => rms(of(0, NaN)), RangeError, /sample 1 is NaN/);
  throws(() => rms({ ...of(1), sampleRate: 0 }), RangeError, /rate is 0/);
  throws(() => rms([]), RangeError, /there are none/);
  throws(() => rms([of(1), of(1, 2)]), TypeError, /one has 2/);
  throws(() => frame(of(1), { padding: "none" }), RangeError, /1 samples/);
  throws(() => frame(of(1), { hopLength: 0 }), RangeError, /hopLength.*0/);
  throws(() => frame(of(1), { padding: "left" as "end" }), RangeError, /left/);
  throws(() => padSamples(of(1).samples, { before: -1 }), RangeError, /-1/);
  throws(() => padSamples(of(1).samples, { mode: "zero" as "edge" }), RangeError, /zero/);
  throws(() => windowFunction("flat" as "hann", 4), RangeError, /flat/);
  throws(() => windowFunction("hann", 0), RangeError, /0/);
  throws(() => realFFT(0), RangeError, /0/);
  throws(() => stft(sound, { frameLength: 256, fftLength: 128 }), RangeError, /128/);
  throws(() => stft(sound, { frameLength: 256, windowLength: 300 }), RangeError, /300/);
  throws(() => spectrogram(sound, { power: 3 as 2 }), RangeError, /3/);
  throws(() => melFilterBank({ sampleRate: 8000, fftLength: 64, maxFrequency: 5000 }), RangeError, /5000/);
  throws(() => dctMatrix(4, 5), RangeError, /5/);
  throws(() => delta(rmsRows(3)), RangeError, /there are 3/);
  throws(() => delta(rmsRows(9), { width: 4 }), RangeError, /4/);
  throws(() => delta(rmsRows(9), { order: 9 }), RangeError, /9/);
  const power = spectrogram(sound), magnitude = spectrogram(sound, { power: 1 });
  throws(() => powerToDb(magnitude), TypeError, /magnitudes/);
  throws(() => powerToDb(powerToDb(power)), TypeError, /already/);
  throws(() => powerToDb(power, { amin: 0 }), RangeError, /amin is 0/);
  throws(() => powerToDb(power, { topDb: -1 }), RangeError, /-1/);
  throws(() => melSpectrogram(powerToDb(power)), TypeError, /decibels/);
  throws(() => spectralCentroid(powerToDb(power)), TypeError, /decibels/);
  throws(() => spectralFlatness(sound, { amin: 0 }), RangeError, /amin is 0/);
  throws(() => spectralContrast(sound), RangeError, /6400 Hz/);
  throws(() => spectralContrast(sound, { octaves: 0 }), RangeError, /0/);
  throws(() => spectralContrast(sound, { quantile: 1 }), RangeError, /1/);
  throws(() => spectralContrast(sound, { minFrequency: 0 }), RangeError, /0/);
  throws(() => spectralContrast(sound, { frameLength: 16, octaves: 4 }), RangeError, /longer frames/);
  assert.equal(zeroCrossingRate(of(1, -1, 1, -1), { frameLength: 4, padding: "none" }).values[0], 0.75);
});

function rmsRows(frames: number) {
  return { values: new Float32Array(frames), shape: [frames, 1], sampleRate: 8000, hopLength: 80 };
}
