import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { audioFormat, decodeAudio, decodeWav, encodeWav } from "../../lib/audio/mod.ts";
import { CorruptError } from "../../lib/core/mod.ts";

const folder = new URL("../reference/audio/sounds/", import.meta.url);
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)));
const joined = (...parts: ArrayLike<number>[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => Array.from(part)));
const text = (word: string): Uint8Array => new TextEncoder().encode(word);

/** A WAV file of five samples, with other lengths of the file and of its samples. */
function withLengths(file: number, data: number): Uint8Array {
  const bytes = encodeWav({ samples: Float32Array.of(0.5, -0.25, 0.125, 0, 1), sampleRate: 8000 });
  const view = new DataView(bytes.buffer);
  view.setUint32(4, file, true);
  view.setUint32(40, data, true);
  return bytes;
}

const refuses = (bytes: Uint8Array, message: RegExp): Promise<void> =>
  assert.rejects(
    decodeAudio(bytes, { name: "odd" }),
    (error) => error instanceof CorruptError && /odd/.test(error.message) && message.test(error.message),
  );

Deno.test("decodeWav: lengths that were never filled in, as programs that write into pipes leave them", () => {
  const lengths: [number, number][] = [
    [0, 0], // sizes left out
    [36, 0], // Python's wave module, closed without a seek
    [0xffffffff, 0xffffffff], // FFmpeg
    [0xffffffff, 0xffffffff - 36],
    [0x7fffffff, 0x7fffffff - 36], // SoX
    [0x7ffff024, 0x7ffff000],
    [0x80000024, 0x80000000], // arecord
  ];
  for (const [file, data] of lengths) {
    const { channels } = decodeWav(withLengths(file, data));
    assert.deepEqual([...channels[0]!].slice(0, 4), [0.5, -0.25, 0.125, 0], `${file}, ${data}`);
    assert.equal(channels[0]!.length, 5);
  }
});

Deno.test("decodeWav: a length of none in a file that is whole, and one that is only too long", async () => {
  assert.equal(decodeWav(withLengths(46, 0)).channels[0]!.length, 0);
  await refuses(withLengths(46, 0), /no samples/);
  await refuses(withLengths(46, 1_000_000), /should have 1000000 bytes, 10 are there/);
});

Deno.test("decodeWav: RF64 has its length in a chunk of its own, so that chunks may follow the samples", () => {
  const bytes = bytesOf("s16_rf64.wav"), plain = decodeWav(bytes).channels;
  const more = decodeWav(joined(bytes, text("LIST"), [4, 0, 0, 0], text("INFO"))).channels;
  assert.deepEqual(more.map((channel) => channel.length), [200, 200]);
  assert.deepEqual(more, plain);
  assert.throws(() => decodeWav(bytes.subarray(0, bytes.length - 4)), /should have 800 bytes, 796 are there/);
});

Deno.test("decodeWav: 12 bits are the upper ones of two bytes", () => {
  const bytes = withLengths(46, 10);
  bytes[34] = 12;
  assert.deepEqual([...decodeWav(bytes).channels[0]!].slice(0, 4), [0.5, -0.25, 0.125, 0]);
});

Deno.test("decodeAudio: a tag before the sound is passed over", async () => {
  const tag = joined(text("ID3"), [4, 0, 0, 0, 0, 1, 2], new Uint8Array(130));
  for (const name of ["s16.wav", "s16.flac", "vorbis.ogg", "layer3_stereo.mp3"]) {
    const tagged = joined(tag, bytesOf(name));
    assert.equal(audioFormat(tagged), audioFormat(bytesOf(name)), name);
    assert.deepEqual(await decodeAudio(tagged), await decodeAudio(bytesOf(name)), name);
  }
  assert.equal(audioFormat(tag), "mp3");
});

Deno.test("decodeAudio: FLAC with something behind its last frame", async () => {
  const bytes = bytesOf("s16.flac"), tagged = joined(bytes, text("TAG"), new Uint8Array(125));
  assert.deepEqual(await decodeAudio(tagged), await decodeAudio(bytes));
});

Deno.test("decodeAudio: FLAC that is damaged or cut short is refused, wherever that is", async () => {
  const bytes = bytesOf("s16_silence.flac");
  for (const length of [30, 60, 120, 900, bytes.length - 15, bytes.length - 1]) {
    await refuses(bytes.subarray(0, length), /flac|no samples/);
  }
  for (const at of [86, 300, 900]) await refuses(bytes.with(at, bytes[at]! ^ 0x55), /flac/);
});

Deno.test("decodeAudio: FLAC of 20 bits is refused: its decoder has no scale for it", async () => {
  const hex =
    "664c6143800000220010001000000000000001f401300000001000000000000000000000000000000000fff8640a000f" +
    "180040000004bb"; // sixteen samples of one value
  await refuses(Uint8Array.from(hex.match(/../g)!, (byte) => parseInt(byte, 16)), /24 or 32 bits: it has 20/);
});

Deno.test("decodeAudio: MP3 that is cut short is refused where its first frame says how long it is", async () => {
  for (const name of ["layer3.mp3", "layer3_stereo.mp3"]) {
    const bytes = bytesOf(name);
    for (const length of [bytes.length - 1, 1000, 250]) await refuses(bytes.subarray(0, length), /cut short/);
    const unnoted = bytes.with(
      bytes.findIndex((_, at) => /Xing|Info/.test(String.fromCharCode(...bytes.subarray(at, at + 4)))),
      0,
    );
    const { channels } = await decodeAudio(unnoted.subarray(0, bytes.length - 100));
    assert.ok(channels[0]!.length > 2000, name);
  }
});
