import { CorruptError } from "../core/mod.ts";
import { climbsOut } from "./_climbs_out.ts";

/** A file of an archive. */
export interface TarFile {
  /** Its path in the archive, with forward slashes; it never leads out of the folder. */
  path: string;
  /** Its bytes, a view of the archive's. */
  bytes: Uint8Array;
}

const BLOCK = 512;

/** The plain files of a tar archive (ustar and GNU); `name` is that of the archive, for errors. Nothing is written anywhere. */
export function* tarFiles(archive: Uint8Array, name: string): Generator<TarFile> {
  for (let place = 0; place + BLOCK <= archive.length;) {
    const header = archive.subarray(place, place + BLOCK);
    if (header.every((byte) => byte === 0)) return;
    if (checksum(header) !== octal(header, 148, 8)) {
      throw corrupt(name, `the entry at byte ${place} has a wrong checksum`);
    }
    const size = octal(header, 124, 12), start = place + BLOCK;
    if (!(start + size <= archive.length)) throw corrupt(name, "it breaks off");
    const path = pathOf(header);
    if (climbsOut(path)) throw corrupt(name, `${path} leads out of its folder`);
    if (header[156] === 0 || header[156] === FILE) {
      yield { path, bytes: archive.subarray(start, start + size) };
    }
    place = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  throw corrupt(name, "it breaks off");
}

const FILE = "0".charCodeAt(0);

function pathOf(header: Uint8Array): string {
  const prefix = text(header, 257, 5) === "ustar" ? text(header, 345, 155) : "";
  return (prefix ? `${prefix}/` : "") + text(header, 0, 100);
}

function text(header: Uint8Array, start: number, length: number): string {
  const field = header.subarray(start, start + length), end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
}

function octal(header: Uint8Array, start: number, length: number): number {
  return parseInt(text(header, start, length).trim() || "0", 8);
}

/** The sum of the header's bytes, its own eight taken for spaces. */
function checksum(header: Uint8Array): number {
  return header.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 32 : byte), 0);
}

function corrupt(name: string, why: string): CorruptError {
  return new CorruptError(
    `Cannot read ${name} as a tar archive: ${why}; remove it and run again: rm '${name}'`,
  );
}
