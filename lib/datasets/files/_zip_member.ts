import { Buffer } from "node:buffer";
import { crc32 } from "node:zlib";
import { CorruptError } from "../../core/mod.ts";
import { climbsOut } from "./_climbs_out.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Where a member lies in its archive. */
interface Entry {
  name: string;
  method: number;
  packed: number;
  /** The CRC-32 of its bytes. */
  sum: number;
  header: number;
}

const LOCAL = 0x04034b50, CENTRAL = 0x02014b50, END = 0x06054b50;
/** The end record with its longest comment. */
const TAIL = 22 + 0xffff;

/**
 * The bytes of one file of a ZIP archive, unpacked as they are read: an archive of a gigabyte takes no memory and nothing is written.
 *
 * @param path the archive (stored or deflated members, below 4 GiB)
 * @param name the member's path in it
 * @returns its bytes; a stream that is not read to the end has to be cancelled
 * @throws {CorruptError} when the archive or (while it is read) the file in it is damaged, the archive lacks the member, or one of its paths leads out of its folder
 */
export async function zipMember(path: string, name: string): Promise<ReadableStream<Bytes>> {
  const file = await Deno.open(path);
  try {
    const entries = [...directory(await readDirectory(file, path), path)];
    const entry = entries.find((one) => one.name === name);
    if (!entry) throw corrupt(path, `it holds ${entries.map((one) => one.name).join(", ")}, not ${name}`);
    return await unpacked(file, entry, path);
  } catch (error) {
    file.close();
    throw error;
  }
}

/** The archive's list of members. */
async function readDirectory(file: Deno.FsFile, path: string): Promise<Buffer> {
  const { size } = await file.stat(), start = Math.max(0, size - TAIL);
  const tail = await readAt(file, start, size - start);
  const end = tail.lastIndexOf(Uint8Array.of(0x50, 0x4b, 5, 6));
  if (end < 0 || tail.length < end + 22 || tail.readUInt32LE(end) !== END) {
    throw corrupt(path, "it breaks off");
  }
  const bytes = tail.readUInt32LE(end + 12), place = tail.readUInt32LE(end + 16);
  if (place + bytes > start + end) throw corrupt(path, "its directory lies outside of it");
  return await readAt(file, place, bytes);
}

function* directory(bytes: Buffer, path: string): Generator<Entry> {
  for (let at = 0; at < bytes.length;) {
    if (bytes.length < at + 46 || bytes.readUInt32LE(at) !== CENTRAL) {
      throw corrupt(path, "its directory is damaged");
    }
    const length = bytes.readUInt16LE(at + 28), name = bytes.toString("utf8", at + 46, at + 46 + length);
    if (climbsOut(name)) throw corrupt(path, `${name} leads out of its folder`);
    yield {
      name,
      method: bytes.readUInt16LE(at + 10),
      sum: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      header: bytes.readUInt32LE(at + 42),
    };
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

async function unpacked(file: Deno.FsFile, entry: Entry, path: string): Promise<ReadableStream<Bytes>> {
  const header = await readAt(file, entry.header, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) {
    throw corrupt(path, `${entry.name} is not where it should be`);
  }
  if (entry.method !== 0 && entry.method !== 8) {
    throw corrupt(path, `${entry.name} is packed by method ${entry.method}`);
  }
  const start = entry.header + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  await file.seek(start, Deno.SeekMode.Start);
  const packed = file.readable.pipeThrough(firstBytes(entry.packed));
  const bytes = entry.method === 0 ? packed : packed.pipeThrough(new DecompressionStream("deflate-raw"));
  return ReadableStream.from(checked(bytes, entry, path));
}

/** The same bytes; a stream that breaks, or ends with another sum, as a CorruptError. */
async function* checked(
  bytes: ReadableStream<Bytes>,
  { name, sum }: Entry,
  path: string,
): AsyncGenerator<Bytes> {
  const damaged = (why: string, cause?: unknown) => corrupt(path, `${name} in it is damaged (${why})`, cause);
  let received = 0;
  try {
    for await (const piece of bytes) {
      received = crc32(piece, received);
      yield piece;
    }
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : String(error), error);
  }
  if (received !== sum) throw damaged("its CRC-32 is another");
}

/** Lets the first bytes of a stream through and ends it. */
function firstBytes(count: number): TransformStream<Bytes, Bytes> {
  let left = count;
  return new TransformStream({
    transform(piece, stream) {
      if (left > 0) stream.enqueue(piece.subarray(0, left));
      left -= piece.length;
      if (left <= 0) stream.terminate();
    },
  });
}

async function readAt(file: Deno.FsFile, place: number, length: number): Promise<Buffer> {
  await file.seek(place, Deno.SeekMode.Start);
  const bytes = Buffer.alloc(length);
  let read = 0;
  for (let more = await file.read(bytes); more !== null && more > 0 && read < length;) {
    read += more;
    more = await file.read(bytes.subarray(read));
  }
  return bytes.subarray(0, read);
}

function corrupt(path: string, why: string, cause?: unknown): CorruptError {
  return new CorruptError(
    `Cannot read ${path} as a ZIP archive: ${why}; remove it and run again: rm '${path}'`,
    { cause },
  );
}
