import assert from "node:assert/strict";
import {
  type AudioEngine,
  delta,
  type Frames,
  melSpectrogram,
  mfcc,
  nativeAudio,
  type PadMode,
  plainAudio,
  powerToDb,
  rms,
  spectralCentroid,
  spectralContrast,
  spectralFlatness,
  spectrogram,
  type STFT,
  stft,
  zeroCrossingRate,
} from "../../lib/audio/mod.ts";
import { useEngine } from "../../lib/engine/mod.ts";
import { signal, type SignalName } from "./_signals.ts";

interface Kept {
  shape: [number, number];
  frames: number[];
  every: number;
  values: number[];
}

type Golden =
  & { rate: number; frame: number; hop: number; window: number; mels: number; octaves: number }
  & { pad: PadMode | "none"; htk: boolean; meanContrast: [number] }
  & Record<string, Kept>;

for (const name of ["voice", "noise", "clicks"] as const) {
  const url = new URL(`../reference/audio/librosa_${name}.json`, import.meta.url);
  const { cases } = JSON.parse(Deno.readTextFileSync(url)) as { cases: Golden[] };
  for (const golden of cases) {
    const label = `${name} at ${golden.rate} Hz, frames of ${golden.frame}, ${golden.pad}`;
    Deno.test(`features: librosa's numbers in plain TypeScript: ${label}`, () =>
      compare(name, golden, plainAudio));
    Deno.test(`features: librosa's numbers on TensorFlow: ${label}`, async () => {
      await useEngine({ backend: "tensorflow" });
      compare(name, golden, nativeAudio());
    });
  }
}

/** Every feature, each stage entered with the one before. */
function compare(name: SignalName, golden: Golden, engine: AudioEngine): void {
  const measured = features(name, golden, engine);
  const largest = Math.max(...golden.mfcc!.values.map(Math.abs));
  for (const [feature, result] of Object.entries(measured)) {
    assertKept(result, golden[feature]!, {
      feature,
      largest: feature.startsWith("delta") ? largest : undefined,
    });
  }
  // Frames of constant value: the valleys are what single precision leaves of zero, in librosa's own float32 as well.
  if (name === "clicks" && engine.name === "tensorflow") return;
  const { values } = measured.contrast!, mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  assert.ok(Math.abs(mean / golden.meanContrast[0] - 1) < 1e-4, `mean contrast ${mean}`);
}

function features(name: SignalName, golden: Golden, engine: AudioEngine): Record<string, Frames> {
  const { rate, frame: frameLength, hop: hopLength, window: windowLength, pad, mels: melBands, octaves } =
    golden;
  const sound = signal(name, rate, Math.floor(rate / 2));
  const frames = pad === "none"
    ? { frameLength, hopLength, padding: "none" as const }
    : { frameLength, hopLength, padMode: pad };
  const spectrum = stft(sound, { ...frames, windowLength, engine });
  const power = spectrogram(spectrum), magnitude = spectrogram(spectrum, { power: 1 });
  const mel = melSpectrogram(power, { melBands, scale: golden.htk ? "htk" : "slaney", engine });
  const decibels = powerToDb(mel, { engine }), cepstrum = mfcc(decibels, { coefficients: 13, engine });
  return {
    real: part(spectrum, 0),
    imaginary: part(spectrum, 1),
    magnitude,
    power: spectrogram(sound, { ...frames, windowLength, engine }),
    mel,
    decibels,
    relativeDecibels: powerToDb(mel, { ref: "max", topDb: 60, engine }),
    mfcc: cepstrum,
    delta: delta(cepstrum),
    delta2: delta(cepstrum, { order: 2, width: 5 }),
    contrast: spectralContrast(magnitude, { octaves, engine }),
    linearContrast: spectralContrast(power, { octaves, linear: true, quantile: 0.1, engine }),
    centroid: spectralCentroid(magnitude),
    flatness: spectralFlatness(magnitude),
    zeroCrossings: zeroCrossingRate(sound, { ...frames, padMode: "edge" }),
    rms: rms(sound, frames),
  };
}

/** The real parts (0) or the imaginary ones (1). */
function part(spectrum: STFT, which: 0 | 1): Frames {
  const values = spectrum.values.filter((_, i) => i % 2 === which);
  return { ...spectrum, values, shape: spectrum.shape.slice(0, -1) };
}

/** Within 1e-4 relative; numbers near zero within 1e-6 of the largest of their kind, slopes of the largest that they are made of. */
function assertKept(
  { values, shape }: Frames,
  golden: Kept,
  { feature, largest = Math.max(...golden.values.map(Math.abs)) }: { feature: string; largest?: number },
): void {
  const columns = golden.shape[1];
  assert.deepEqual(columns === 1 && shape.length === 1 ? [...shape, 1] : shape, golden.shape, feature);
  let at = 0;
  for (const frame of golden.frames) {
    for (let column = 0; column < columns; column += golden.every, at++) {
      const got = values[frame * columns + column]!, want = golden.values[at]!;
      const allowed = 1e-4 * Math.abs(want) + 1e-6 * largest;
      assert.ok(
        Math.abs(got - want) <= allowed,
        `${feature} of frame ${frame}, ${column}: ${got}, not ${want}`,
      );
    }
  }
  assert.equal(at, golden.values.length);
}
