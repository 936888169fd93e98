/** What a frame's header says. */
interface FrameHeader {
  /** Bytes of the header. */
  length: number;
  /** The frame's place in the file, counted in frames, or in samples where blocks differ in size. */
  number: number;
  /** How much later the next frame's place is. */
  step: number;
}

/**
 * The frames of a FLAC file (RFC 9639, section 9): where a header stands whose checksum is right and whose number follows the last
 * one's. The decoder's own search loses a last frame of some ten bytes, as silence at the end makes it.
 */
export function flacFrames(bytes: Uint8Array): Uint8Array[] {
  const starts: number[] = [];
  let wanted: number | undefined;
  for (let at = bytes.indexOf(0xff, firstFrame(bytes)); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const header = frameHeader(bytes, at);
    if (!header || header.number !== (wanted ?? header.number)) continue;
    starts.push(at);
    wanted = header.number + header.step;
    at += header.length - 1;
  }
  return starts.map((start, i) => bytes.subarray(start, starts[i + 1]));
}

/** Behind "fLaC" and the blocks about the file, each with its length in 24 bits. */
function firstFrame(bytes: Uint8Array): number {
  let at = 4, last = false;
  while (!last && at + 4 <= bytes.length) {
    last = (bytes[at]! & 0x80) !== 0;
    at += 4 + (bytes[at + 1]! << 16 | bytes[at + 2]! << 8 | bytes[at + 3]!);
  }
  return at;
}

function frameHeader(bytes: Uint8Array, at: number): FrameHeader | undefined {
  const [, second = 0, sizes = 0, channels = 0, first = 0] = bytes.subarray(at, at + 5);
  const sizeCode = sizes >> 4, rateCode = sizes & 15, more = Math.clz32(~(first << 24)); // leading ones, as in UTF-8
  if ((second & 0xfe) !== 0xf8 || sizeCode === 0 || rateCode === 15 || (channels & 1) === 1) return;
  if (more === 1 || more > 7) return;
  const numberEnd = at + 4 + Math.max(1, more), sizeBytes = sizeCode === 6 ? 1 : sizeCode === 7 ? 2 : 0;
  const end = numberEnd + sizeBytes + (rateCode === 12 ? 1 : rateCode > 12 ? 2 : 0);
  if (end >= bytes.length || checksum(bytes.subarray(at, end)) !== bytes[end]) return;
  let number = more === 0 ? first : first & (0x7f >> more);
  for (const byte of bytes.subarray(at + 5, numberEnd)) number = 64 * number + (byte & 63);
  const step = (second & 1) === 0 ? 1 : blockSize(sizeCode, bytes.subarray(numberEnd, numberEnd + sizeBytes));
  return { length: end + 1 - at, number, step };
}

function blockSize(code: number, bytes: Uint8Array): number {
  if (bytes.length > 0) return 1 + bytes.reduce((value, byte) => 256 * value + byte, 0);
  return code === 1 ? 192 : code < 6 ? 576 << (code - 2) : 256 << (code - 8);
}

/** The header's checksum: x⁸ + x² + x + 1. */
function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum & 0x80) !== 0 ? (sum << 1 ^ 7) & 0xff : sum << 1;
  }
  return sum;
}
