import assert from "node:assert/strict";
import * as module from "meyda"; // one frame at a time, for teaching; a second opinion on ours
import {
  mfcc,
  rms,
  spectralCentroid,
  spectrogram,
  windowFunction,
  zeroCrossingRate,
} from "../../lib/audio/mod.ts";
import { signal } from "./_signals.ts";

const sampleRate = 16_000, frameLength = 512, sound = signal("voice", sampleRate, frameLength);
const frame = { frameLength, padding: "none" as const };
/** Meyda's Hann window is symmetric: it ends where it begins. */
const symmetric = Float64Array.from(
  { length: frameLength },
  (_, i) => 0.5 - 0.5 * Math.cos(2 * Math.PI * i / 511),
);

/** Its types and its module disagree on where its functions are. */
const meyda = (module.default as unknown as { default?: Meyda }).default ??
  (module.default as unknown as Meyda);

interface Meyda {
  extract(feature: string, samples: Float32Array): number | ArrayLike<number>;
}

/** Meyda's answer; its settings are set before the first call, since later ones keep the old filters. */
function extract(
  feature: "amplitudeSpectrum" | "spectralCentroid" | "rms" | "zcr" | "mfcc",
): number | ArrayLike<number> {
  Object.assign(meyda, { sampleRate, bufferSize: frameLength, windowingFunction: "hanning" });
  return meyda.extract(feature, sound.samples);
}

const close = (got: number, want: number): void =>
  assert.ok(Math.abs(got - want) <= 1e-4 * Math.abs(want) + 1e-6, `${got}, not ${want}`);

Deno.test("meyda: the same magnitudes with its symmetric window, without the last bin", () => {
  const theirs = extract("amplitudeSpectrum") as ArrayLike<number>;
  const { values } = spectrogram(sound, { ...frame, window: symmetric, power: 1 });
  assert.deepEqual([theirs.length, values.length], [256, 257]);
  for (let k = 0; k < 256; k++) assert.ok(Math.abs(values[k]! - theirs[k]!) < 1e-4, `bin ${k}`);
});

Deno.test("meyda: librosa's periodic window differs from its by up to half a percent", () => {
  const periodic = windowFunction("hann", frameLength);
  const most = Math.max(...periodic.map((weight, i) => Math.abs(weight - symmetric[i]!)));
  assert.ok(most > 0.004 && most < 0.005, `${most}`);
});

Deno.test("meyda: the centroid is in bins, the crossings are a count, the loudness is that of the windowed frame", () => {
  const centroid = spectralCentroid(sound, { ...frame, window: symmetric }).values[0]!;
  const bins = extract("spectralCentroid") as number, hz = bins * sampleRate / frameLength;
  assert.ok(Math.abs(hz / centroid - 1) < 0.02, `${hz} Hz, ${centroid} Hz`); // it leaves out the last bin
  close(zeroCrossingRate(sound, frame).values[0]! * frameLength, extract("zcr") as number);
  const windowed = { samples: sound.samples.map((value, i) => value * symmetric[i]!), sampleRate };
  close(rms(windowed, frame).values[0]!, extract("rms") as number);
});

Deno.test("meyda: its MFCC are others: ln(1 + x) on an HTK-like bank instead of decibels", () => {
  const theirs = Array.from(extract("mfcc") as ArrayLike<number>);
  const ours = [
    ...mfcc(sound, { ...frame, window: symmetric, melBands: 26, coefficients: 13, scale: "htk" }).values,
  ];
  assert.equal(theirs.length, ours.length);
  assert.ok(ours[0]! < 0 && theirs[0]! > 0, `the first coefficients are ${ours[0]} and ${theirs[0]}`);
});
