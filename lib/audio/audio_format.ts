/** Kinds of sound files that can be decoded. */
export type AudioFormat = "wav" | "flac" | "vorbis" | "opus" | "mp3";

/**
 * What kind of sound file bytes are, by what they begin with and not by a file's name.
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
  const text = String.fromCharCode(...bytes.subarray(0, 1024));
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WAVE") return "wav";
  if (text.startsWith("fLaC")) return "flac";
  if (text.startsWith("OggS")) return text.includes("OpusHead") ? "opus" : oggKind(text);
  if (text.startsWith("ID3")) return "mp3";
  const [first = 0, second = 0, third = 0] = bytes;
  const isLayer3 = first === 0xff && (second & 0xe6) === 0xe2 && third >> 4 !== 15;
  return isLayer3 ? "mp3" : undefined;
}

function oggKind(text: string): AudioFormat | undefined {
  if (text.includes("\x01vorbis")) return "vorbis";
  return text.includes("\x7fFLAC") ? "flac" : undefined;
}
