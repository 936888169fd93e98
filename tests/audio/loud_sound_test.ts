import assert from "node:assert/strict";
import { nativeAudio, plainAudio, spectrogram } from "../../lib/audio/mod.ts";
import { useEngine } from "../../lib/engine/mod.ts";
import { signal } from "./_signals.ts";

Deno.test("spectrogram: magnitudes whose squares single precision can't hold", async () => {
  await useEngine({ backend: "tensorflow" });
  for (const gain of [1e-25, 1e25]) {
    const sound = signal("noise", 8000, 1000), samples = sound.samples.map((value) => gain * value);
    for (const engine of [plainAudio, nativeAudio()]) {
      const options = { frameLength: 64, power: 1, engine } as const;
      const ordinary = spectrogram(sound, options).values;
      spectrogram({ ...sound, samples }, options).values.forEach((value, i) => {
        assert.ok(Math.abs(value / gain - ordinary[i]!) <= 1e-4, `${gain}, ${engine.name}, ${i}: ${value}`);
      });
    }
  }
});
