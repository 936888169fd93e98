import assert from "node:assert/strict";
import {
  babble,
  brownNoise,
  clicks,
  filteredNoise,
  hum,
  level,
  musicTones,
  type NoiseOptions,
  pinkNoise,
  spectrogram,
  type Waveform,
  whiteNoise,
} from "../../lib/audio/mod.ts";
import { random } from "../../lib/core/mod.ts";
import { signal } from "./_signals.ts";

/** Mean power of each bin of 1 / fftLength of the rate. */
function density(sound: Waveform, frameLength = 2048): Float64Array {
  const { values, shape } = spectrogram(sound, { frameLength, padding: "none" }), [frames, bins] = shape;
  const mean = new Float64Array(bins!);
  values.forEach((value, i) => mean[i % bins!]! += value / frames!);
  return mean;
}

/** By how many dB the mean power density changes from one octave to the next, from 125 Hz to 8 kHz. */
function slopes(sound: Waveform): number[] {
  const mean = density(sound), perBin = sound.sampleRate / 2048;
  const octave = (hz: number): number => {
    const part = mean.subarray(Math.round(hz / perBin), Math.round(2 * hz / perBin));
    return 10 * Math.log10(part.reduce((sum, value) => sum + value, 0) / part.length);
  };
  const octaves = [125, 250, 500, 1000, 2000, 4000].map(octave);
  return octaves.slice(1).map((value, i) => value - octaves[i]!);
}

const voices = [signal("voice", 8000, 6000), signal("clicks", 8000, 9000), signal("noise", 8000, 500)];
const makers: Record<string, (options: NoiseOptions) => Waveform> = {
  whiteNoise,
  pinkNoise,
  brownNoise,
  filteredNoise,
  hum,
  clicks,
  musicTones,
  babble: (options) => babble(voices, options),
};

for (const [name, make] of Object.entries(makers)) {
  Deno.test(`${name}: as long and as loud as promised, the same for the same seed`, () => {
    const options = (seed: number) => ({ seconds: 1.5, sampleRate: 8000, random: random(seed) });
    const sound = make(options(1));
    assert.equal(sound.samples.length, 12_000);
    assert.equal(sound.sampleRate, 8000);
    assert.ok(Math.abs(level(sound).rms - 0.1) < 1e-6, `${level(sound).rms}`);
    assert.deepEqual(make(options(1)), sound);
    assert.notDeepEqual(make(options(2)), sound);
  });

  Deno.test(`${name}: one sample is enough, no time is not`, () => {
    const options = { sampleRate: 8000, random: random(1) };
    const [only] = make({ ...options, seconds: 1 / 8000 }).samples;
    assert.ok(Number.isFinite(only));
    for (const seconds of [0, -1, NaN, Infinity]) {
      assert.throws(() => make({ ...options, seconds }), {
        name: "RangeError",
        message: `Cannot make noise as a positive number of seconds: ${seconds}`,
      });
    }
    if (name === "babble") return;
    assert.throws(() => make({ ...options, seconds: 1, sampleRate: 0 }), /RangeError: .*the rate is 0/);
    assert.equal(make({ random: random(1), seconds: 1 }).sampleRate, 16_000);
  });
}

for (
  const [name, make, slope] of [
    ["white", whiteNoise, 0],
    ["pink", pinkNoise, -10 * Math.log10(2)],
    ["brown", brownNoise, -20 * Math.log10(2)],
  ] as const
) {
  Deno.test(`${name} noise: ${slope.toFixed(2)} dB an octave`, () => {
    const found = slopes(make({ seconds: 20, random: random(5) }));
    for (const one of found) assert.ok(Math.abs(one - slope) < 0.5, `${found}`);
    const mean = found.reduce((sum, value) => sum + value, 0) / found.length;
    assert.ok(Math.abs(mean - slope) < 0.15, `${mean}`);
  });
}

Deno.test("filteredNoise: octaves are unequally loud, and each source of numbers draws others", () => {
  const [one, other] = [5, 6].map((seed) => slopes(filteredNoise({ seconds: 20, random: random(seed) })));
  for (const found of [one!, other!]) {
    assert.ok(Math.max(...found.map(Math.abs)) > 3, `${found}`);
    assert.ok(found.every((slope) => Math.abs(slope) < 30), `${found}`);
  }
  assert.ok(one!.some((slope, i) => Math.abs(slope - other![i]!) > 3), `${one} and ${other}`);
});

Deno.test("hum: power at the mains' multiples and nowhere else", () => {
  for (const frequency of [50, 60]) {
    const mean = density(hum({ seconds: 3, sampleRate: 6000, frequency, random: random(3) }), 6000);
    const near = (bin: number): boolean => Math.abs(bin - frequency * Math.round(bin / frequency)) < 3;
    const sum = (wanted: boolean): number =>
      mean.reduce((total, value, bin) => near(bin) === wanted ? total + value : total, 0);
    assert.ok(sum(false) < 1e-9 * sum(true));
    assert.ok(mean[frequency]! > mean[5 * frequency]!);
    assert.ok(mean[20 * frequency]! > 1e3 * mean[21 * frequency]!);
  }
  assert.throws(
    () => hum({ seconds: 1, random: random(1), frequency: 8000 }),
    /RangeError: Cannot hum as a frequency from 0 to 8000 Hz: 8000/,
  );
});

Deno.test("clicks: most of the time silent, as many as asked", () => {
  const { samples } = clicks({ seconds: 10, perSecond: 5, random: random(4) });
  const loud = samples.filter((value) => Math.abs(value) > 0.01).length / samples.length;
  assert.ok(loud > 0.001 && loud < 0.1, `${loud}`);
  let onsets = 0, quiet = 0;
  for (const value of samples) {
    if (Math.abs(value) > 0 && quiet > 200) onsets++;
    quiet = value === 0 ? quiet + 1 : 0;
  }
  assert.ok(onsets > 25 && onsets <= 50, `${onsets}`);
  assert.throws(() => clicks({ seconds: 1, random: random(1), perSecond: 0 }), /RangeError: Cannot click/);
});

Deno.test("musicTones: pitches of an equally tempered scale", () => {
  const sound = musicTones({ seconds: 12, sampleRate: 8000, random: random(6) });
  const mean = density(sound, 8192), perBin = 8000 / 8192;
  const peaks: number[] = [];
  for (let k = Math.ceil(100 / perBin); k < 500 / perBin; k++) {
    if (mean[k]! > mean[k - 1]! && mean[k]! > mean[k + 1]! && mean[k]! > 0.02 * Math.max(...mean)) {
      const [a, b, c] = [mean[k - 1]!, mean[k]!, mean[k + 1]!].map(Math.log) as [number, number, number];
      peaks.push((k + (a - c) / (2 * (a - 2 * b + c))) * perBin);
    }
  }
  assert.ok(peaks.length >= 5, `${peaks}`);
  for (const hz of peaks) {
    const semitones = 12 * Math.log2(hz / 110);
    assert.ok(Math.abs(semitones - Math.round(semitones)) < 0.2, `${hz} Hz`);
  }
});

Deno.test("babble: all voices are in it, equally loud", () => {
  const tone = (hz: number, loudness: number): Waveform => ({
    samples: Float32Array.from({ length: 4000 }, (_, i) => loudness * Math.sin(2 * Math.PI * hz * i / 8000)),
    sampleRate: 8000,
  });
  const mean = density(babble([tone(500, 1), tone(1500, 0.01)], { seconds: 2, random: random(1) }), 800);
  assert.ok(Math.abs(mean[50]! / mean[150]! - 1) < 0.02);
  assert.ok(mean[100]! < 1e-6 * mean[50]!);
});

Deno.test("babble: voices that don't fit are named", () => {
  const options = { seconds: 1, random: random(1) }, [voice] = voices as [Waveform];
  assert.throws(() => babble([], options), /RangeError: Cannot babble as with voices: there are none/);
  assert.throws(
    () => babble([voice, { ...voice, sampleRate: 16_000 }], options),
    /TypeError: Cannot babble as at 8000 Hz: voice 1 has 16000 Hz/,
  );
  assert.throws(
    () => babble([voice, { samples: new Float32Array(9), sampleRate: 8000 }], options),
    /voice 1 is silent/,
  );
  assert.throws(
    () => babble([{ samples: Float32Array.of(NaN), sampleRate: 8000 }], options),
    /sample 0 is NaN/,
  );
});
