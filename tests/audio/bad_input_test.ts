import assert from "node:assert/strict";
import { join } from "node:path";
import {
  changeSpeed,
  decodeAudio,
  decodeWav,
  encodeWav,
  level,
  melSpectrogram,
  mixNoise,
  readAudio,
  resample,
  spectralContrast,
  splitClips,
  toMono,
} from "../../lib/audio/mod.ts";
import { CorruptError } from "../../lib/core/mod.ts";
import { signal } from "./_signals.ts";

/** A WAV file of floats one of which is something else; `encodeWav` would refuse it. */
function withNumber(value: number): Uint8Array {
  const bytes = encodeWav({ samples: new Float32Array(100), sampleRate: 16_000 }, { encoding: "float32" });
  new DataView(bytes.buffer).setFloat32(44 + 4 * 7, value, true);
  return bytes;
}

Deno.test("bad input: a file with a number that is none is named, with the sample", async () => {
  for (const value of [NaN, Infinity, -Infinity]) {
    await assert.rejects(
      decodeAudio(withNumber(value), { name: "a.wav" }),
      (error) => error instanceof CorruptError && /sample 7 is .*\(a\.wav\)/.test(error.message),
    );
  }
});

Deno.test("bad input: every stage refuses samples that are no numbers", () => {
  const sound = { samples: decodeWav(withNumber(NaN)).channels[0]!, sampleRate: 16_000 };
  const stages = [
    () => resample(sound, 8000),
    () => spectralContrast(sound),
    () => melSpectrogram([sound, sound]),
    () => splitClips(sound, { seconds: 1 }),
    () => mixNoise(signal("voice", 16_000, 50), sound, { snr: 0 }),
    () => changeSpeed(sound, 1.1),
    () => level(sound),
  ];
  for (const stage of stages) assert.throws(stage, /sample 7 is NaN/);
});

Deno.test("bad input: clipped samples are decoded as they are, and counted", () => {
  const loud = Float32Array.from({ length: 1000 }, (_, i) => 3 * Math.sin(i / 10));
  const { channels } = decodeWav(encodeWav({ samples: loud, sampleRate: 16_000 }));
  const { peak, clipped } = level({ samples: channels[0]!, sampleRate: 16_000 });
  assert.ok(peak >= 32767 / 32768 && peak <= 1 && clipped > 0.7 && clipped < 0.85, `${peak}, ${clipped}`);
});

Deno.test("bad input: stereo of an odd rate, in a file of another ending, comes out as one channel of 16 kHz", async () => {
  const folder = await Deno.makeTempDir(), path = join(folder, "two.flac");
  try {
    const left = signal("voice", 11_127, 5000).samples, right = left.map((value) => value / 2);
    await Deno.writeFile(path, encodeWav({ channels: [left, right], sampleRate: 11_127 }));
    const mono = await readAudio(path), { samples, sampleRate } = resample(mono, 16_000);
    assert.deepEqual([mono.sampleRate, sampleRate, samples.length], [
      11_127,
      16_000,
      Math.ceil(5000 * 16_000 / 11_127),
    ]);
    assert.ok(Math.abs(mono.samples[1000]! - 0.75 * left[1000]!) < 1e-3);
    assert.deepEqual(toMono({ channels: [left], sampleRate: 11_127 }).samples, left);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("bad input: files that are empty, cut short or something else are named", async () => {
  const folder = await Deno.makeTempDir(), whole = encodeWav(signal("voice", 16_000, 1000));
  const files = {
    "empty.wav": whole.subarray(0, 0),
    "short.wav": whole.subarray(0, 700),
    "page.mp3": whole.subarray(44),
  };
  try {
    for (const [name, bytes] of Object.entries(files)) {
      await Deno.writeFile(join(folder, name), bytes);
      await assert.rejects(
        readAudio(join(folder, name)),
        (error) => error instanceof CorruptError && error.message.includes(name),
      );
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
