/** How long a header is, and what files are padded to (bytes). */
export const BLOCK = 512;

/** What a header says of the entry that follows it. */
export interface TarHeader {
  /** Its path, as far as the header holds it. */
  path: string;
  /** Its length in bytes; NaN where the field is no number. */
  size: number;
  /** What it is: "0" or "" for a file, "5" for a folder, "x" for what a pax header says of the next entry, … */
  type: string;
}

/** Reads a header (ustar and GNU); undefined for the block of zeros that ends an archive, "damaged" where its sum is wrong. */
export function tarHeader(block: Uint8Array): TarHeader | undefined | "damaged" {
  if (block.every((byte) => byte === 0)) return undefined;
  if (checksum(block) !== octal(block, 148, 8)) return "damaged";
  const prefix = textField(block, 257, 5) === "ustar" ? textField(block, 345, 155) : "";
  return {
    path: (prefix ? `${prefix}/` : "") + textField(block, 0, 100),
    size: octal(block, 124, 12),
    type: textField(block, 156, 1),
  };
}

/** How many bytes an entry takes with its padding. */
export function padded(size: number): number {
  return Math.ceil(size / BLOCK) * BLOCK;
}

function textField(header: Uint8Array, start: number, length: number): string {
  const field = header.subarray(start, start + length), end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
}

function octal(header: Uint8Array, start: number, length: number): number {
  return parseInt(textField(header, start, length).trim() || "0", 8);
}

/** The sum of the header's bytes, its own eight taken for spaces. */
function checksum(header: Uint8Array): number {
  return header.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 32 : byte), 0);
}
