import assert from "node:assert/strict";
import { nativeAudio, resample, type ResampleOptions, type Waveform } from "../../lib/audio/mod.ts";
import { useEngine } from "../../lib/engine/mod.ts";

/** Half a second of a tone. */
function tone(hz: number, sampleRate: number): Waveform {
  const length = Math.floor(sampleRate / 2);
  return {
    samples: Float32Array.from({ length }, (_, i) => 0.5 * Math.sin(2 * Math.PI * hz * i / sampleRate)),
    sampleRate,
  };
}

/** The largest difference in the middle half, over the tone's amplitude (dB). */
function difference(a: Float32Array, b?: Float32Array): number {
  let most = 0;
  for (let i = Math.floor(a.length / 4); i < a.length * 3 / 4; i++) {
    most = Math.max(most, Math.abs(a[i]! - (b?.[i] ?? 0)));
  }
  return 20 * Math.log10(most / 0.5);
}

for (
  const [from, to] of [[44_100, 16_000], [48_000, 16_000], [22_050, 16_000], [8000, 16_000], [
    11_025,
    16_000,
  ]] as const
) {
  Deno.test(`resample: tones of ${from} Hz at ${to} Hz are what they would have been, or gone`, () => {
    const nyquist = Math.min(from, to) / 2;
    for (const share of [0.01, 0.2, 0.5, 0.8, 0.9]) {
      const { samples, sampleRate } = resample(tone(share * nyquist, from), to),
        ideal = tone(share * nyquist, to);
      assert.equal(sampleRate, to);
      assert.ok(Math.abs(samples.length - ideal.samples.length) <= 1);
      const error = difference(samples, ideal.samples);
      assert.ok(error < -95, `${share} of the band: ${error} dB`);
    }
    for (const share of [1.001, 1.1, 1.5]) {
      if (share * nyquist >= from / 2) continue;
      const left = difference(resample(tone(share * nyquist, from), to).samples);
      assert.ok(left < -95, `${share} of the band: ${left} dB`);
    }
  });
}

Deno.test("resample: a rate without common divisors, and lengths", () => {
  const { samples } = resample(tone(1000, 44_101), 16_000);
  assert.ok(difference(samples, tone(1000, 16_000).samples) < -95);
  for (const length of [1, 2, 441, 1000]) {
    const sound = { samples: new Float32Array(length).fill(0.1), sampleRate: 44_100 };
    assert.equal(resample(sound, 16_000).samples.length, Math.ceil(length * 160 / 441));
  }
});

Deno.test("resample: a constant stays, the right rate costs nothing", () => {
  const sound = { samples: new Float32Array(4000).fill(0.25), sampleRate: 8000 };
  assert.ok(Math.abs(resample(sound, 11_025).samples[2700]! - 0.25) < 1e-7);
  assert.equal(resample(sound, 8000), sound);
});

Deno.test("resample: fewer crossings lose more of the band's upper end", () => {
  const sound = tone(7000, 44_100), ideal = tone(7000, 16_000).samples;
  const error = (options: ResampleOptions) => difference(resample(sound, 16_000, options).samples, ideal);
  assert.ok(error({ zeroCrossings: 16 }) > -30);
  assert.ok(error({}) < -95);
});

Deno.test("resample: less attenuation lets more of the band's middle differ", () => {
  const sound = tone(5000, 44_100), ideal = tone(5000, 16_000).samples;
  const error = difference(resample(sound, 16_000, { attenuation: 40 }).samples, ideal);
  assert.ok(error < -38 && error > -90, `${error} dB`);
});

Deno.test("resample: on TensorFlow the same, and nothing is left there", async () => {
  const { tf } = await useEngine({ backend: "tensorflow" }), before = tf.memory().numTensors;
  const noise = { samples: Float32Array.from({ length: 300_001 }, (_, i) => Math.sin(i * i)), sampleRate: 0 };
  for (const rate of [48_000, 44_100, 8000]) {
    const sound = { ...noise, sampleRate: rate }, plain = resample(sound, 16_000).samples;
    const { samples } = resample(sound, 16_000, { engine: nativeAudio() });
    assert.equal(samples.length, plain.length);
    plain.forEach((value, i) => assert.ok(Math.abs(samples[i]! - value) < 1e-5, `sample ${i} of ${rate} Hz`));
  }
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("resample: what can't be done is named", () => {
  const sound = tone(100, 8000);
  assert.throws(() => resample(sound, 0), /RangeError|whole numbers.*0/);
  assert.throws(() => resample(sound, 16_000.5), RangeError);
  assert.throws(() => resample({ ...sound, samples: new Float32Array() }, 16_000), RangeError);
  assert.throws(() => resample(sound, 16_000, { attenuation: 10 }), /10/);
  assert.throws(() => resample(sound, 16_000, { zeroCrossings: 2 }), /2/);
});
