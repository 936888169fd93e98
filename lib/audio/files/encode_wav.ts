import { checkWaveform } from "../_check_waveform.ts";
import { bytesOf, type WavFormat } from "./_wav_format.ts";
import type { Recording } from "./recording.ts";
import type { Waveform } from "../waveform.ts";

/** Options of {@linkcode encodeWav}. */
export interface EncodeWavOptions {
  /** How samples are written: integers of so many bits, or floats. @default "pcm16" */
  encoding?: WavFormat["encoding"];
}

/** How one sample is written; integers are clipped to their range. */
const writers: Record<WavFormat["encoding"], (view: DataView, at: number, value: number) => void> = {
  pcm8: (view, at, value) => view.setUint8(at, 128 + whole(value, 8)),
  pcm16: (view, at, value) => view.setInt16(at, whole(value, 16), true),
  pcm24: (view, at, value) => {
    const number = whole(value, 24);
    view.setUint16(at, number & 0xffff, true);
    view.setInt8(at + 2, number >> 16);
  },
  pcm32: (view, at, value) => view.setInt32(at, whole(value, 32), true),
  float32: (view, at, value) => view.setFloat32(at, value, true),
  float64: (view, at, value) => view.setFloat64(at, value, true),
};

function whole(value: number, bits: number): number {
  const scale = 2 ** (bits - 1);
  return Math.max(-scale, Math.min(scale - 1, Math.round(value * scale)));
}

/**
 * Encodes sound as a WAV file.
 *
 * @param sound a waveform, or several channels of one length
 * @param options how samples are written
 * @returns the file's bytes
 * @throws {RangeError} when there are no samples, one is not finite, or the rate is not positive
 * @throws {TypeError} when the channels differ in length
 * @example
 * ```ts
 * import { encodeWav } from "unroll/audio/mod.ts";
 * encodeWav({ samples: Float32Array.of(0.5, -0.25), sampleRate: 8000 }).length; // 48
 * ```
 */
export function encodeWav(
  sound: Waveform | Recording,
  { encoding = "pcm16" }: EncodeWavOptions = {},
): Uint8Array<ArrayBuffer> {
  const { sampleRate } = sound, channels = "samples" in sound ? [sound.samples] : sound.channels;
  for (const samples of channels) checkWaveform({ samples, sampleRate });
  const length = channels[0]?.length ?? 0;
  if (length === 0 || channels.some((channel) => channel.length !== length)) {
    throw new TypeError(
      `Cannot encode channels as of one length: they have ${
        channels.map((channel) => channel.length).join(", ")
      }`,
    );
  }
  const size = bytesOf(encoding), bytes = new Uint8Array(44 + size * length * channels.length);
  const view = new DataView(bytes.buffer), write = writers[encoding];
  header(view, { encoding, channels: channels.length, sampleRate });
  channels.forEach((channel, index) => {
    for (let i = 0; i < length; i++) write(view, 44 + size * (i * channels.length + index), channel[i]!);
  });
  return bytes;
}

function header(
  view: DataView,
  { encoding, channels, sampleRate }: Pick<WavFormat, "encoding" | "channels" | "sampleRate">,
): void {
  const size = bytesOf(encoding), rate = Math.round(sampleRate);
  const text = (at: number, word: string): void => {
    for (let i = 0; i < word.length; i++) view.setUint8(at + i, word.charCodeAt(i));
  };
  text(0, "RIFF");
  view.setUint32(4, view.byteLength - 8, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true); // length of the format chunk
  view.setUint16(20, encoding.startsWith("float") ? 3 : 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * channels * size, true); // bytes a second
  view.setUint16(32, channels * size, true); // bytes a frame
  view.setUint16(34, 8 * size, true); // bits a sample
  text(36, "data");
  view.setUint32(40, view.byteLength - 44, true);
}
