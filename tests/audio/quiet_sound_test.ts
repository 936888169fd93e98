import assert from "node:assert/strict";
import { nativeAudio, spectrogram } from "../../lib/audio/mod.ts";
import { useEngine } from "../../lib/engine/mod.ts";
import { signal } from "./_signals.ts";

Deno.test("engines: the same numbers for quiet sound, and beside a tone that is 90 dB louder", async () => {
  await useEngine({ backend: "tensorflow" });
  const rate = 16_000, length = 16_000, loud = 1000, quiet = 5000; // both in the middle of a bin of 512
  const tones = Float32Array.from({ length }, (_, i) => {
    const turn = 2 * Math.PI * i / rate;
    return 0.9 * Math.sin(loud * turn) + 0.9 * 10 ** (-90 / 20) * Math.sin(quiet * turn);
  });
  const whisper = signal("voice", rate, length).samples.map((value) => value * 1e-4);
  for (const samples of [tones, whisper]) {
    const options = { frameLength: 512, padding: "none" as const, power: 1 as const };
    const plain = spectrogram({ samples, sampleRate: rate }, options).values;
    const native = spectrogram({ samples, sampleRate: rate }, { ...options, engine: nativeAudio() }).values;
    const largest = plain.reduce((most, value) => Math.max(most, value), 0);
    plain.forEach((value, i) => {
      assert.ok(Math.abs(native[i]! - value) <= 1e-6 * largest, `${i}: ${native[i]}, not ${value}`);
    });
    if (samples === whisper) continue;
    const bin = quiet * 512 / rate, error = Math.abs(native[bin]! / plain[bin]! - 1);
    assert.ok(error < 0.01, `the quiet tone differs by ${error}`);
  }
});
