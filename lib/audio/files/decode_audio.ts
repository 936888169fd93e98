import { CorruptError } from "../../core/mod.ts";
import { checkWaveform } from "../_check_waveform.ts";
import { asStored, type Decoded, decodeWith } from "./_decoders.ts";
import { type AudioFormat, audioFormat } from "./audio_format.ts";
import { id3Length } from "./_id3_length.ts";
import { flacLength, isCutShort, opusLength } from "./_file_lengths.ts";
import { decodeWav } from "./decode_wav.ts";
import type { Recording } from "./recording.ts";

/** Options of {@linkcode decodeAudio}. */
export interface DecodeAudioOptions {
  /** What errors call the bytes. @default "sound" */
  name?: string;
}

/**
 * Decodes a sound file: WAV, FLAC, Ogg Vorbis, Ogg Opus or MP3, told apart by their bytes. Opus is always of 48 kHz.
 *
 * A file that is cut short is refused where its format says how long it is (WAV, FLAC, MP3 with a note in its first frame, as LAME
 * and FFmpeg write it) or where it ends (Ogg).
 *
 * @param bytes the whole file
 * @param options its name
 * @returns its channels and rate
 * @throws {CorruptError} when it is empty, of no known kind, damaged, cut short, without samples, or
 * has one that is no finite number
 * @example
 * ```ts
 * import { decodeAudio, encodeWav } from "unroll/audio/mod.ts";
 * const bytes = encodeWav({ samples: Float32Array.of(0.5, -0.25), sampleRate: 8000 });
 * (await decodeAudio(bytes)).sampleRate; // 8000
 * ```
 */
export async function decodeAudio(
  bytes: Uint8Array,
  { name = "sound" }: DecodeAudioOptions = {},
): Promise<Recording> {
  const format = audioFormat(bytes);
  if (bytes.length === 0) throw new CorruptError(`Cannot decode ${name} as a sound file: it is empty`);
  if (!format) {
    throw new CorruptError(
      `Cannot decode ${name} as WAV, FLAC, Ogg Vorbis, Ogg Opus or MP3: it begins with none`,
    );
  }
  const sound = bytes.subarray(id3Length(bytes));
  const recording = await (format === "wav" ? named(sound, name) : compressed(sound, { format, name }));
  if (!recording.channels[0]?.length) {
    throw new CorruptError(`Cannot decode ${name} as sound: it has no samples`);
  }
  recording.channels.forEach((channel) => checkFinite(channel, name));
  return recording;
}

/** Files of floats can hold what is no number. */
function checkFinite(samples: Float32Array, name: string): void {
  try {
    checkWaveform({ samples, sampleRate: 1 });
  } catch (error) {
    throw new CorruptError(`${(error as Error).message} (${name})`, { cause: error });
  }
}

function named(bytes: Uint8Array, name: string): Recording {
  try {
    return decodeWav(bytes);
  } catch (error) {
    throw new CorruptError(`${(error as Error).message} (${name})`, { cause: error });
  }
}

async function compressed(
  bytes: Uint8Array,
  { format, name }: { format: Exclude<AudioFormat, "wav">; name: string },
): Promise<Recording> {
  if (isCutShort(bytes, format)) {
    throw new CorruptError(`Cannot decode ${name} as whole: it is cut short`);
  }
  const decoded = await decodedWhole(bytes, { format, name }), { samplesDecoded: count } = decoded;
  const promised = format === "flac" ? flacLength(bytes) : format === "opus" ? opusLength(bytes) : count;
  if (count < promised) {
    throw new CorruptError(`Cannot decode ${name} as ${promised} samples of ${format}: it has ${count}`);
  }
  const channels = decoded.channelData.map((channel) => channel.subarray(0, promised || count));
  return {
    channels: asStored(channels, { format, bytes, bitDepth: decoded.bitDepth }),
    sampleRate: decoded.sampleRate,
  };
}

/** What the decoder gives, if it has nothing to complain of. */
async function decodedWhole(
  bytes: Uint8Array,
  { format, name }: { format: Exclude<AudioFormat, "wav">; name: string },
): Promise<Decoded> {
  let decoded: Decoded;
  try {
    decoded = await decodeWith(format, bytes);
  } catch (error) {
    throw new CorruptError(`Cannot decode ${name} as ${format}: ${(error as Error).message}`, {
      cause: error,
    });
  }
  const { errors: [error], bitDepth = 16 } = decoded;
  if (error) throw new CorruptError(`Cannot decode ${name} as ${format}: ${error.message}`);
  if (bitDepth % 8 !== 0) {
    throw new CorruptError(`Cannot decode ${name} as ${format} of 8, 16, 24 or 32 bits: it has ${bitDepth}`);
  }
  return decoded;
}
