import { isOgg } from "./_file_lengths.ts";
import { flacFrames } from "./_flac_frames.ts";
import { isMonoMp3 } from "./_mp3_frame.ts";
import type { AudioFormat } from "./audio_format.ts";

/** What the decoders of compressed sound give. */
export interface Decoded {
  channelData: Float32Array[];
  samplesDecoded: number;
  sampleRate: number;
  errors: { message: string }[];
  /** Of FLAC. */
  bitDepth?: number;
}

/** What they have in common. */
interface Decoder {
  ready: Promise<void>;
  free(): void;
  decode(bytes: Uint8Array): Decoded | Promise<Decoded>;
  decodeFile?(bytes: Uint8Array): Promise<Decoded>;
  decodeFrames?(frames: Uint8Array[]): Decoded | Promise<Decoded>;
}

/**
 * Decoders compiled to WebAssembly, each the reference one of its format (libFLAC, libvorbis, libopus, mpg123) in small packages
 * of one family (MIT, all still released); loaded when they are first needed.
 */
const makers: Record<Exclude<AudioFormat, "wav">, () => Promise<Decoder>> = {
  flac: async () => new (await import("@wasm-audio-decoders/flac")).FLACDecoder(),
  vorbis: async () => new (await import("@wasm-audio-decoders/ogg-vorbis")).OggVorbisDecoder(),
  opus: async () => new (await import("ogg-opus-decoder")).OggOpusDecoder(),
  mp3: async () => new (await import("mpg123-decoder")).MPEGDecoder(),
};

/** Decodes a whole file of a format. */
export async function decodeWith(format: Exclude<AudioFormat, "wav">, bytes: Uint8Array): Promise<Decoded> {
  const decoder = await makers[format]();
  await decoder.ready;
  try {
    if (format === "flac" && !isOgg(bytes)) return await decoder.decodeFrames!(flacFrames(bytes));
    return await (decoder.decodeFile ? decoder.decodeFile(bytes) : decoder.decode(bytes));
  } finally {
    decoder.free();
  }
}

/**
 * Channels as the file has them: the FLAC decoder divides by 2^(bits - 1) - 1 where every other program divides by 2^(bits - 1),
 * and the MP3 decoder gives one channel twice.
 */
export function asStored(
  channels: Float32Array[],
  { format, bytes, bitDepth = 16 }: { format: AudioFormat; bytes: Uint8Array; bitDepth?: number },
): Float32Array[] {
  if (format === "flac") {
    const scale = 2 ** (bitDepth - 1);
    return channels.map((channel) => channel.map((value) => Math.round(value * (scale - 1)) / scale));
  }
  return format === "mp3" && isMonoMp3(bytes) ? channels.slice(0, 1) : channels;
}
