import { Buffer } from "node:buffer";
import { crc32, inflateRawSync } from "node:zlib";

/** Files of a ZIP archive by name. */
export type Archive = ReadonlyMap<string, Uint8Array>;

const LOCAL = 0x04034b50, CENTRAL = 0x02014b50, END = 0x06054b50;

/** Writes an archive whose files are stored as they are, as Keras's are. */
export function writeZip(files: Archive): Uint8Array {
  const parts: Uint8Array[] = [], directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, data] of files) {
    const title = new TextEncoder().encode(name), sum = crc32(data);
    const facts = [20, 0, 0, 0, 0x21]; // version, flags, method, time, date (1980-01-01)
    const sizes = numbers([4, sum], [4, data.length], [4, data.length], [2, title.length], [2, 0]);
    const common = [numbers(...facts.map((fact): [2, number] => [2, fact])), sizes];
    directory.push(
      numbers([4, CENTRAL], [2, 20]),
      ...common,
      numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      title,
    );
    const local = [numbers([4, LOCAL]), ...common, title, data];
    parts.push(...local);
    offset += lengthOf(local);
  }
  const count = files.size, size = lengthOf(directory);
  const end = numbers([4, END], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]);
  return Buffer.concat([...parts, ...directory, end]);
}

/**
 * Reads an archive of stored or deflated files.
 *
 * @throws {SyntaxError} when it is not one, or cut off or damaged
 */
export function readZip(bytes: Uint8Array): Archive {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    end = buffer.lastIndexOf(Buffer.from("PK\x05\x06"));
  if (end < 0) throw new SyntaxError("it is not a ZIP archive, or cut off");
  const files = new Map<string, Uint8Array>();
  try {
    let at = buffer.readUInt32LE(end + 16);
    for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) at = readEntry(buffer, at, files);
  } catch (error) {
    throw new SyntaxError((error as Error).message);
  }
  return files;
}

/** Reads the file of one entry of the directory; where the next entry is. */
function readEntry(buffer: Buffer, at: number, files: Map<string, Uint8Array>): number {
  const lengths = [28, 30, 32].map((place) => buffer.readUInt16LE(at + place)),
    [title, extra, comment] = lengths as [number, number, number];
  const name = buffer.toString("utf8", at + 46, at + 46 + title), local = buffer.readUInt32LE(at + 42);
  const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
  const packed = buffer.subarray(start, start + buffer.readUInt32LE(at + 20));
  const data = buffer.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
  if (crc32(data) !== buffer.readUInt32LE(at + 16)) throw new Error(`${name} in it is damaged`);
  files.set(name, data);
  return at + 46 + title + extra + comment;
}

/** Little-endian numbers of 2 or 4 bytes. */
function numbers(...values: [2 | 4, number][]): Uint8Array {
  const bytes = values.flatMap(([size, value]) =>
    Array.from({ length: size }, (_, i) => (value >>> (8 * i)) & 255)
  );
  return Uint8Array.from(bytes);
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}
