import { CorruptError } from "../../core/mod.ts";
import { ByteReader } from "./_byte_reader.ts";
import { climbsOut } from "./_climbs_out.ts";
import { BLOCK, padded, tarHeader } from "./_tar_header.ts";

/** A file of an archive. */
export interface TarFile {
  /** Its path in the archive, with forward slashes; it never leads out of the folder. */
  path: string;
  /** Its bytes. */
  bytes: Uint8Array;
}

/** Longer than any file that is read here: a recording of half an hour (bytes). */
const LONGEST = 256 * 2 ** 20;

/**
 * The plain files of a tar archive that arrives in pieces (ustar, GNU, pax), one after another: what is in memory is one file.
 *
 * @param pieces the archive's bytes
 * @param name the archive's, for errors
 * @param partial whether it may break off: then the files that are whole are given
 * @throws {CorruptError} when it is damaged, breaks off, or a path leads out of its folder; nothing is written anywhere
 */
export async function* tarStream(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  partial = false,
): AsyncGenerator<TarFile> {
  await using reader = new ByteReader(pieces);
  let longPath: string | undefined;
  for (;;) {
    const block = await reader.read(BLOCK);
    const header = block.length < BLOCK ? "end" : tarHeader(block);
    if (header === undefined) return void await reader.skip(Infinity); // what comes before the pieces' own end
    if (header === "damaged") throw damagedTar(name, "an entry has a wrong checksum");
    const bytes = header === "end" ? undefined : await body(reader, header.size, name);
    if (header === "end" || !bytes) {
      if (partial) return;
      throw damagedTar(name, "it breaks off");
    }
    const { type } = header, path = longPath ?? header.path;
    longPath = type === "x" ? paxPath(bytes) : type === "L" ? withoutZeros(bytes) : undefined;
    if (type === "x" || type === "L" || type === "g") continue;
    if (climbsOut(path)) throw damagedTar(name, `${path} leads out of its folder`);
    if (type === "" || type === "0") yield { path, bytes };
  }
}

/** An entry's bytes, its padding passed over; undefined where they break off. */
async function body(reader: ByteReader, size: number, name: string): Promise<Uint8Array | undefined> {
  if (!(size <= LONGEST)) throw damagedTar(name, `an entry has ${size} bytes, more than ${LONGEST}`);
  const bytes = await reader.read(size), rest = padded(size) - size;
  return bytes.length === size && await reader.skip(rest) === rest ? bytes : undefined;
}

/** The path in a pax header: records `<length> <key>=<value>\n`. */
function paxPath(bytes: Uint8Array): string | undefined {
  const decoder = new TextDecoder();
  for (let place = 0; place < bytes.length;) {
    const length = parseInt(decoder.decode(bytes.subarray(place, place + 20)), 10);
    if (!(length > 0)) return undefined;
    const record = decoder.decode(bytes.subarray(place, place + length - 1));
    const [, path] = /^\d+ path=([\s\S]*)$/.exec(record) ?? [];
    if (path !== undefined) return path;
    place += length;
  }
  return undefined;
}

function withoutZeros(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\0+$/, "");
}

/** What is wrong with an archive, and how to mend it. */
function damagedTar(name: string, why: string): CorruptError {
  return new CorruptError(
    `Cannot read ${name} as a tar archive: ${why}; remove it and run again: rm '${name}'`,
  );
}
