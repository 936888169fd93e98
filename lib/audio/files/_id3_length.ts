/** Bytes of the ID3 tag that a sound file begins with: title, cover and the like, which some programs write before any format. */
export function id3Length(bytes: Uint8Array): number {
  const [i, d, three, , , flags = 0, ...size] = bytes.subarray(0, 10);
  if (i !== 0x49 || d !== 0x44 || three !== 0x33) return 0;
  const footer = (flags & 0x10) !== 0 ? 10 : 0;
  return 10 + footer + size.reduce((length, byte) => 128 * length + (byte & 127), 0);
}
