import { bytesOf, type WavFormat, wavFormat } from "./_wav_format.ts";
import type { Recording } from "./recording.ts";

/** How one sample is read. */
const readers: Record<WavFormat["encoding"], (view: DataView, at: number) => number> = {
  pcm8: (view, at) => (view.getUint8(at) - 128) / 128,
  pcm16: (view, at) => view.getInt16(at, true) / 2 ** 15,
  pcm24: (view, at) => ((view.getInt8(at + 2) << 16) | view.getUint16(at, true)) / 2 ** 23,
  pcm32: (view, at) => view.getInt32(at, true) / 2 ** 31,
  float32: (view, at) => view.getFloat32(at, true),
  float64: (view, at) => view.getFloat64(at, true),
};

/**
 * Decodes a WAV file: integers of 8, 16, 24 or 32 bits, floats of 32 or 64, any number of channels, plain, extensible or RF64.
 * Integers are divided by 2^(bits - 1), as libsndfile does it. A length that was never filled in (0, or about 2³¹ or 2³², as
 * streams leave it) means the rest of the file.
 *
 * @param bytes the whole file
 * @returns its channels and rate
 * @throws {CorruptError} when it is no WAV file, of another coding, or shorter than it says
 * @example
 * ```ts
 * import { decodeWav, encodeWav } from "unroll/audio/mod.ts";
 * decodeWav(encodeWav({ samples: Float32Array.of(0.5, -0.25), sampleRate: 8000 })).channels; // [Float32Array [0.5, -0.25]]
 * ```
 */
export function decodeWav(bytes: Uint8Array): Recording {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), format = wavFormat(view);
  const { encoding, channels: count, sampleRate, offset } = format;
  const size = bytesOf(encoding), length = format.bytes / (size * count);
  const channels = Array.from({ length: count }, () => new Float32Array(length));
  if (encoding === "pcm16") {
    channels.forEach((channel, index) => read16(bytes, offset + 2 * index, { channel, count }));
    return { channels, sampleRate };
  }
  const read = readers[encoding];
  channels.forEach((channel, index) => {
    for (let i = 0, at = offset + index * size; i < length; i++, at += count * size) {
      channel[i] = read(view, at);
    }
  });
  return { channels, sampleRate };
}

/** The commonest coding without a call for each sample. */
function read16(
  bytes: Uint8Array,
  offset: number,
  { channel, count }: { channel: Float32Array; count: number },
): void {
  for (let i = 0, at = offset; i < channel.length; i++, at += 2 * count) {
    channel[i] = ((bytes[at]! | (bytes[at + 1]! << 8)) << 16 >> 16) / 32768;
  }
}
