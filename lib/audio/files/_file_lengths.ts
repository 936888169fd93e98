import { mp3Bytes } from "./_mp3_frame.ts";
import type { AudioFormat } from "./audio_format.ts";

/** Whether a file ends before it should, as far as its bytes tell it. */
export function isCutShort(bytes: Uint8Array, format: AudioFormat): boolean {
  return isOgg(bytes) ? !isWholeOgg(bytes) : format === "mp3" && bytes.length < mp3Bytes(bytes);
}

/** Whether a file's sound is in pages, of whatever coding. */
export function isOgg(bytes: Uint8Array): boolean {
  return bytes[0] === 0x4f;
}

/** Whether an Ogg file's last page is marked as the last, and all of it is there. */
function isWholeOgg(bytes: Uint8Array): boolean {
  const last = lastPage(bytes);
  if (last < 0) return false;
  const count = bytes[last + 26]!, segments = bytes.subarray(last + 27, last + 27 + count);
  const end = last + 27 + count + segments.reduce((sum, size) => sum + size, 0);
  return (bytes[last + 5]! & 4) !== 0 && end <= bytes.length;
}

/** Where the last page's "OggS" stands, or -1. */
function lastPage(bytes: Uint8Array): number {
  for (let at = bytes.length - 27; at >= 0; at--) {
    if (bytes[at] === 0x4f && bytes[at + 1] === 0x67 && bytes[at + 2] === 0x67 && bytes[at + 3] === 0x53) {
      return at;
    }
  }
  return -1;
}

/** Samples of a whole Opus file at 48 kHz: its last page's position less what its header says is to be left out (RFC 7845). */
export function opusLength(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = 27 + bytes[26]!; // the first page holds the header alone
  return Number(view.getBigInt64(lastPage(bytes) + 6, true)) - view.getUint16(head + 10, true);
}

/** Samples of a channel by the first block of a FLAC file, 36 bits; 0 where it isn't said or the file is Ogg. */
export function flacLength(bytes: Uint8Array): number {
  if (bytes[0] !== 0x66 || bytes.length < 26) return 0;
  return (bytes[21]! & 15) * 2 ** 32 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(22);
}
