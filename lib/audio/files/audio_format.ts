import { id3Length } from "./_id3_length.ts";
import { isMp3Frame } from "./_mp3_frame.ts";

/** Kinds of sound files that can be decoded. */
export type AudioFormat = "wav" | "flac" | "vorbis" | "opus" | "mp3";

/**
 * What kind of sound file bytes are, by what they begin with and not by a file's name; an ID3 tag before it is passed over.
 *
 * @param bytes the file, or its first kilobyte
 * @returns the kind, or undefined where it is none of them
 * @example
 * ```ts
 * import { audioFormat } from "unroll/audio/mod.ts";
 * audioFormat(new TextEncoder().encode("fLaC")); // "flac"
 * ```
 */
export function audioFormat(bytes: Uint8Array): AudioFormat | undefined {
  const tag = id3Length(bytes), text = String.fromCharCode(...bytes.subarray(tag, tag + 1024));
  if (/^(RIFF|RF64|BW64)/.test(text) && text.slice(8, 12) === "WAVE") return "wav";
  if (text.startsWith("fLaC")) return "flac";
  if (text.startsWith("OggS")) return text.includes("OpusHead") ? "opus" : oggKind(text);
  return tag > 0 || isMp3Frame(bytes, 0) ? "mp3" : undefined;
}

function oggKind(text: string): AudioFormat | undefined {
  if (text.includes("\x01vorbis")) return "vorbis";
  return text.includes("\x7fFLAC") ? "flac" : undefined;
}
