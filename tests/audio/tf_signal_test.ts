import assert from "node:assert/strict";
import { frame, nativeAudio, plainAudio, spectrogram } from "../../lib/audio/mod.ts";
import { useEngine } from "../../lib/engine/mod.ts";
import { signal } from "./_signals.ts";

interface Golden {
  rate: number;
  length: number;
  frame: number;
  hop: number;
  fft: number;
  pad_end: boolean;
  shape: number[];
  frames: number[];
  magnitude: number[];
  sums: number[];
}

const url = new URL("../reference/audio/tf_signal.json", import.meta.url);
const { cases } = JSON.parse(Deno.readTextFileSync(url)) as { cases: Golden[] };

for (const golden of cases) {
  const { rate, length, frame: frameLength, hop: hopLength, fft: fftLength } = golden;
  Deno.test(`stft: tf.signal's numbers: frames of ${frameLength}, ${fftLength} transformed`, async () => {
    await useEngine({ backend: "tensorflow" });
    const sound = signal("voice", rate, length), padding = golden.pad_end ? "end" as const : "none" as const;
    for (const engine of [plainAudio, nativeAudio()]) {
      const options = { frameLength, hopLength, fftLength, padding, engine, power: 1 as const };
      const { values, shape } = spectrogram(sound, options), bins = shape[1]!;
      assert.deepEqual(shape, golden.shape);
      const kept = golden.frames.flatMap((t) => [...values.subarray(t * bins, (t + 1) * bins)]);
      assertClose(kept, golden.magnitude);
    }
    const { values } = frame(sound, { frameLength, hopLength, padding });
    const sums = golden.sums.map((_, t) =>
      values.subarray(t * frameLength, (t + 1) * frameLength).reduce((sum, value) => sum + value, 0)
    );
    assertClose(sums, golden.sums);
  });
}

function assertClose(got: readonly number[], want: readonly number[]): void {
  const largest = Math.max(...want.map(Math.abs));
  assert.equal(got.length, want.length);
  want.forEach((value, i) => {
    assert.ok(
      Math.abs(got[i]! - value) <= 1e-4 * Math.abs(value) + 1e-6 * largest,
      `${i}: ${got[i]}, not ${value}`,
    );
  });
}
