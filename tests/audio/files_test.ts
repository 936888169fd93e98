import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  audioFormat,
  decodeAudio,
  decodeWav,
  encodeWav,
  level,
  readAudio,
  toMono,
} from "../../lib/audio/mod.ts";
import { CorruptError } from "../../lib/core/mod.ts";
import { speechSamples } from "./_has_speech.ts";
import { signal } from "./_signals.ts";

interface Golden {
  name: string;
  rate: number;
  length: number;
  lossy: boolean;
  places: number[];
  values: number[][];
}

const folder = new URL("../reference/audio/", import.meta.url);
const golden = JSON.parse(Deno.readTextFileSync(new URL("sounds.json", folder))) as Golden[];
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`sounds/${name}`, folder)));

for (const { name, rate, length, lossy, places, values } of golden) {
  Deno.test(`decodeAudio: libsndfile's samples of ${name}`, async () => {
    const { channels, sampleRate } = await decodeAudio(bytesOf(name), { name });
    assert.equal(sampleRate, rate);
    assert.deepEqual(channels.map((channel) => channel.length), values.map(() => length));
    values.forEach((channel, index) =>
      channel.forEach((value, i) => {
        const got = channels[index]![places[i]!]!;
        assert.ok(
          Math.abs(got - value) <= (lossy ? 2e-3 : 1e-7),
          `sample ${places[i]}: ${got}, not ${value}`,
        );
      })
    );
  });
}

Deno.test("encodeWav: what is encoded is decoded, within half a step", () => {
  const { samples } = signal("voice", 8000, 500), other = samples.map((value) => -value / 2);
  const steps = {
    pcm8: 2 ** -7,
    pcm16: 2 ** -15,
    pcm24: 2 ** -23,
    pcm32: 2 ** -24,
    float32: 0,
    float64: 0,
  } as const;
  for (const encoding of Object.keys(steps) as (keyof typeof steps)[]) {
    const { channels, sampleRate } = decodeWav(
      encodeWav({ channels: [samples, other], sampleRate: 8000 }, { encoding }),
    );
    assert.equal(sampleRate, 8000);
    const difference = [samples, other].flatMap((channel, c) =>
      [...channel].map((v, i) => Math.abs(v - channels[c]![i]!))
    );
    assert.ok(Math.max(...difference) <= steps[encoding] / 2, `${encoding}: ${Math.max(...difference)}`);
  }
});

Deno.test("encodeWav: louder than full scale is clipped", () => {
  const { channels } = decodeWav(encodeWav({ samples: Float32Array.of(2, -2), sampleRate: 8000 }));
  assert.deepEqual([...channels[0]!], [32767 / 32768, -1]);
});

Deno.test("decodeWav: other chunks, of odd sizes, and a length that was never filled in", () => {
  const whole = encodeWav({ samples: Float32Array.of(0.5, -0.25), sampleRate: 8000 });
  const chunk = Uint8Array.of(...new TextEncoder().encode("LIST"), 3, 0, 0, 0, 1, 2, 3, 0);
  const bytes = new Uint8Array([...whole.subarray(0, 36), ...chunk, ...whole.subarray(36)]);
  assert.deepEqual([...decodeWav(bytes).channels[0]!], [0.5, -0.25]);
  const streamed = whole.slice();
  streamed.fill(0xff, 40, 44);
  assert.deepEqual([...decodeWav(streamed).channels[0]!], [0.5, -0.25]);
});

Deno.test("decodeWav: what is not whole is named", () => {
  const whole = encodeWav({ samples: Float32Array.of(0.5, -0.25), sampleRate: 8000 });
  const changed = (at: number, ...bytes: number[]): Uint8Array => {
    const copy = whole.slice();
    copy.set(bytes, at);
    return copy;
  };
  const refuses = (bytes: Uint8Array, message: RegExp): void =>
    assert.throws(
      () => decodeWav(bytes),
      (error) => error instanceof CorruptError && message.test(error.message),
    );
  refuses(new Uint8Array(), /0 bytes/);
  refuses(changed(8, 0x41), /RIFF and WAVE/);
  refuses(whole.subarray(0, 46), /its samples should have 4 bytes, 2 are there/);
  refuses(whole.subarray(0, 30), /"fmt " should have 16 bytes, 10/);
  refuses(whole.subarray(0, 36), /no data chunk/);
  refuses(changed(12, 0x4a), /data come before/);
  refuses(changed(16, 14), /format of 16 bytes/);
  refuses(changed(20, 2), /format 2, 16 bits/);
  refuses(changed(22, 0), /0 channels/);
  refuses(changed(40, 3), /whole samples of 2 bytes: it has 3/);
});

Deno.test("decodeAudio: what can't be decoded is named, whatever its name", async () => {
  const refuses = (bytes: Uint8Array, message: RegExp): Promise<void> =>
    assert.rejects(
      decodeAudio(bytes, { name: "a.mp3" }),
      (error) =>
        error instanceof CorruptError && error.message.includes("a.mp3") && message.test(error.message),
    );
  await refuses(new Uint8Array(), /empty/);
  await refuses(new TextEncoder().encode("<html>"), /begins with none/);
  await refuses(bytesOf("s16.wav").subarray(0, 900), /should have/);
  await refuses(encodeWav({ samples: new Float32Array(1), sampleRate: 8000 }).with(40, 0), /no samples/);
  for (const name of ["vorbis.ogg", "opus.ogg"]) {
    const bytes = bytesOf(name);
    await refuses(bytes.subarray(0, bytes.length - 500), /cut short/);
  }
  await refuses(bytesOf("s24.flac").subarray(0, 500), /FLAC|flac/);
  await refuses(new Uint8Array(bytesOf("s16.flac").subarray(0, 60)), /FLAC|flac|no samples/);
  await refuses(new TextEncoder().encode("ID3 and no more"), /mp3|no samples/);
});

Deno.test("audioFormat: by the bytes", () => {
  const kinds = golden.map(({ name }) => audioFormat(bytesOf(name)));
  assert.deepEqual([...new Set(kinds)], ["wav", "flac", "vorbis", "opus", "mp3"]);
  assert.equal(audioFormat(new Uint8Array(4)), undefined);
});

Deno.test("readAudio: a file, mixed to one channel", async () => {
  const path = join(await Deno.makeTempDir(), "two.txt");
  const channels = [Float32Array.of(0.5, 0), Float32Array.of(0, 0.25)];
  await Deno.writeFile(path, encodeWav({ channels, sampleRate: 8000 }));
  assert.deepEqual(await readAudio(path), { samples: Float32Array.of(0.25, 0.125), sampleRate: 8000 });
  await Deno.writeFile(path, new Uint8Array(3));
  await assert.rejects(readAudio(path), /two\.txt/);
  await assert.rejects(readAudio(`${path}.not`), Deno.errors.NotFound);
  await Deno.remove(join(path, ".."), { recursive: true });
});

Deno.test("toMono, encodeWav: channels of one length", () => {
  const channels = [new Float32Array(2), new Float32Array(1)];
  assert.throws(() => toMono({ channels, sampleRate: 8000 }), /TypeError|2, 1/);
  assert.throws(() => toMono({ channels: [], sampleRate: 8000 }), /none/);
  assert.throws(() => encodeWav({ channels, sampleRate: 8000 }), TypeError);
  assert.throws(() => encodeWav({ samples: Float32Array.of(NaN), sampleRate: 8000 }), RangeError);
});

Deno.test({ name: "readAudio: real speech of every kind", ignore: !speechSamples() }, async () => {
  const root = speechSamples()!;
  const expected: [string, number, number][] = [
    ["en/common_voice/common_voice_en_22058264.mp3", 48_000, 1],
    ["en/fleurs/fleurs-en-000.ogg", 48_000, 1],
    ["en/librispeech/61-70968-0000.flac", 16_000, 1],
    ["ja/common_voice/common_voice_ja_38833628_16k.wav", 16_000, 1],
  ];
  for (const [path, rate] of expected) {
    const sound = await readAudio(join(root, path)), { peak, rms } = level(sound);
    const seconds = sound.samples.length / sound.sampleRate;
    assert.ok(seconds > 1 && seconds < 40, `${path}: ${seconds} s`);
    assert.ok(peak > 0.02 && rms > 1e-3, `${path}: peak ${peak}`);
    assert.equal(sound.sampleRate, rate, path);
  }
});
