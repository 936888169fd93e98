import { CorruptError } from "../../core/mod.ts";
import { climbsOut } from "./_climbs_out.ts";
import { BLOCK, padded, tarHeader } from "./_tar_header.ts";

/** A file of an archive. */
export interface TarFile {
  /** Its path in the archive, with forward slashes; it never leads out of the folder. */
  path: string;
  /** Its bytes. */
  bytes: Uint8Array;
}

/** The plain files of a tar archive in memory, their bytes views of the archive's; `name` is that of the archive, for errors. */
export function* tarFiles(archive: Uint8Array, name: string): Generator<TarFile> {
  for (let place = 0; place + BLOCK <= archive.length;) {
    const header = tarHeader(archive.subarray(place, place + BLOCK));
    if (!header) return;
    if (header === "damaged") throw damagedTar(name, `the entry at byte ${place} has a wrong checksum`);
    const { path, size, type } = header, start = place + BLOCK;
    if (!(start + size <= archive.length)) throw damagedTar(name, "it breaks off");
    if (climbsOut(path)) throw damagedTar(name, `${path} leads out of its folder`);
    if (type === "" || type === "0") yield { path, bytes: archive.subarray(start, start + size) };
    place = start + padded(size);
  }
  throw damagedTar(name, "it breaks off");
}

/** What is wrong with an archive, and how to mend it. */
export function damagedTar(name: string, why: string): CorruptError {
  return new CorruptError(
    `Cannot read ${name} as a tar archive: ${why}; remove it and run again: rm '${name}'`,
  );
}
